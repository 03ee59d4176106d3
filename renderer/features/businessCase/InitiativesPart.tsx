import { useState } from 'react';
import { ActionIcon, Button, Group, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { CaseAnswer } from '#shared/model/deciding/decidingWork.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { InitiativeEditor } from './InitiativeEditor.tsx';
import {
  addInitiative,
  countInitiative,
  freeInitiativeId,
  initiativesOf,
  moveInitiative,
  removeInitiative,
  type StoredInitiative,
} from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface InitiativesPartProps {
  readonly figures: PlanFigures;
  readonly answer: CaseAnswer | null;
  /** To the numbers of an automation. */
  readonly onAutomation: (id: string) => void;
}

/** The initiatives in their order, and all about the one that is chosen. */
export function InitiativesPart({ figures, answer, onAutomation }: InitiativesPartProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const { document } = figures;
  const list = initiativesOf(document);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = list.find(({ id }) => id === chosen) ?? list.at(-1);
  const addOwn = (): void => {
    const id = freeInitiativeId(list);
    const member = { id, name: t('businessCase.newName'), start: document.calendar.start };
    if (store.run(addInitiative(document, member)).ok) setChosen(id);
  };
  return (
    <>
      <Section title={t('businessCase.part.initiatives')} note={t('businessCase.listNote')}>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <ListHead />
            <tbody>
              {list.map((one, place) => (
                <Row
                  key={one.id}
                  figures={figures}
                  one={one}
                  place={place}
                  count={list.length}
                  answer={answer}
                  isChosen={one.id === current?.id}
                  onChoose={() => setChosen(one.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
        <Button mt={8} variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={addOwn}>
          {t('businessCase.addOwn')}
        </Button>
      </Section>
      {current !== undefined && (
        <InitiativeEditor
          key={current.id}
          figures={figures}
          initiative={current}
          onAutomation={() => onAutomation(current.id)}
        />
      )}
    </>
  );
}

function ListHead() {
  const { t } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{t('businessCase.initiative')}</th>
        <th scope="col">{t('businessCase.counted')}</th>
        <th scope="col" className={styles.text ?? ''}>
          {t('businessCase.start')}
        </th>
        <th scope="col" className={styles.text ?? ''}>
          {t('businessCase.benefitType')}
        </th>
        <th scope="col">{t('businessCase.npv')}</th>
        <th scope="col">{t('businessCase.act')}</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly figures: PlanFigures;
  readonly one: StoredInitiative;
  readonly place: number;
  readonly count: number;
  readonly answer: CaseAnswer | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row(props: RowProps) {
  const { figures, one, place, count, answer, isChosen, onChoose } = props;
  const { t, locale } = useWords();
  const store = usePlanStore();
  const name = one.name ?? one.id;
  const isCounted = one.isCounted !== false;
  const npv = isCounted ? answer?.parts.find(({ id }) => id === one.id)?.inOrder.npv : undefined;
  const start = new Date(one.start).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <tr>
      <th scope="row">
        <Button
          size="compact-xs"
          variant={isChosen ? 'light' : 'subtle'}
          aria-pressed={isChosen}
          onClick={onChoose}
          styles={{
            label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.35 },
            root: { height: 'auto' },
          }}
        >
          {name}
        </Button>
      </th>
      <td>
        <Switch
          size="xs"
          aria-label={t('businessCase.countedNamed', { name })}
          checked={isCounted}
          onChange={(event) => store.run([countInitiative(one.id, event.currentTarget.checked)])}
        />
      </td>
      <td className={styles.text}>{start}</td>
      <td className={styles.text}>{t(`businessCase.benefitTypes.${one.benefitType ?? 'none'}`)}</td>
      <td>{npv === undefined ? '–' : <FigureValue figure={npv} />}</td>
      <td>
        <Acts figures={figures} one={one} place={place} count={count} />
      </td>
    </tr>
  );
}

/** Its place in the order, and the way out of the plan. */
function Acts({ figures, one, place, count }: Pick<RowProps, 'figures' | 'one' | 'place' | 'count'>) {
  const { t } = useWords();
  const store = usePlanStore();
  const name = one.name ?? one.id;
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <ActionIcon
        aria-label={t('businessCase.up', { name })}
        disabled={place === 0}
        onClick={() => store.run(moveInitiative(figures.document, one.id, -1))}
      >
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t('businessCase.down', { name })}
        disabled={place === count - 1}
        onClick={() => store.run(moveInitiative(figures.document, one.id, 1))}
      >
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t('businessCase.remove', { name })}
        onClick={() => store.run(removeInitiative(one.id))}
      >
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
