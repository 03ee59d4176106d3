import { useMemo } from 'react';
import { ActionIcon, NativeSelect, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Unit } from '#shared/model/units.ts';
import { NumberField } from '#renderer/state/deciding/fields.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { inputTitle } from '#renderer/state/inputWords.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { addEffect, changeOperation, removeEffect, type StoredInitiative } from './initiativeCommands.ts';
import { inputChoices } from './inputChoices.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface EffectRowsProps {
  readonly figures: PlanFigures;
  readonly initiative: StoredInitiative;
  /** Path of the initiative, or of what drifts. */
  readonly root: string;
}

const operations = ['multiply', 'add', 'set'] as const;
const shownChoices = 60;

/** The inputs that an initiative changes, and how; a new one is found by the words of its name. */
export function EffectRows({ figures, initiative, root }: EffectRowsProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const choices = useMemo(() => [...inputChoices(figures)], [figures]);
  const { effects = [] } = initiative;
  return (
    <>
      {effects.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('businessCase.input')}</th>
                <th scope="col">{t('businessCase.operation')}</th>
                <th scope="col">{t('businessCase.value')}</th>
                <th scope="col">{t('businessCase.confidence')}</th>
                <th scope="col">{t('businessCase.act')}</th>
              </tr>
            </thead>
            <tbody>
              {effects.map((effect, place) => (
                <EffectRow
                  // oxlint-disable-next-line react/no-array-index-key -- an input may be changed twice
                  key={`${effect.target} ${place}`}
                  figures={figures}
                  initiative={initiative}
                  root={root}
                  place={place}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Select
        mt={8}
        maw={420}
        searchable
        clearable
        label={t('businessCase.addEffect')}
        placeholder={t('businessCase.search')}
        nothingFoundMessage={t('businessCase.nothingFound')}
        data={choices}
        limit={shownChoices}
        value={null}
        onChange={(target) => target !== null && store.run([addEffect(root, effects.length, target)])}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
    </>
  );
}

function unitOfEffect(figures: PlanFigures, target: string, op: string): Unit {
  return op === 'multiply' ? 'factor' : (figures.nodes.get(target)?.unit ?? 'number');
}

function EffectRow({ figures, initiative, root, place }: EffectRowsProps & { readonly place: number }) {
  const { t } = useWords();
  const store = usePlanStore();
  const effect = initiative.effects?.[place];
  if (effect === undefined) return null;
  const name = inputTitle(figures, effect.target);
  const path = `${root}.effects[${place}]`;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <NativeSelect
          size="xs"
          w={110}
          aria-label={t('businessCase.operationOf', { name })}
          data={operations.map((value) => ({ value, label: t(`businessCase.operations.${value}`) }))}
          value={effect.op}
          onChange={(event) => {
            const op = operations.find((one) => one === event.currentTarget.value);
            if (op !== undefined) store.run(changeOperation(root, place, op));
          }}
        />
      </td>
      <td>
        <NumberField
          isBare
          label={t('businessCase.valueOf', { name })}
          path={`${path}.value`}
          unit={unitOfEffect(figures, effect.target, effect.op)}
        />
      </td>
      <td>
        <NumberField
          isBare
          label={t('businessCase.confidenceOf', { name })}
          path={`${path}.confidence`}
          unit="share"
          standard={1}
          width={90}
        />
      </td>
      <td>
        <ActionIcon
          aria-label={t('businessCase.removeEffect', { name })}
          onClick={() => store.run([removeEffect(root, place)])}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}
