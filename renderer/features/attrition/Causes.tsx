import { ActionIcon, Alert, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { AttritionCase } from '#shared/model/deciding/attrition/attritionCase.ts';
import { tradeCauses } from '#shared/model/deciding/attrition/causes.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { NumberField, TextField } from '#renderer/state/deciding/fields.tsx';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { modelText } from '#renderer/state/modelText.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface CausesProps {
  readonly document: ScenarioDocument;
  readonly found: AttritionCase;
}

/** Why people leave, how much of it could be avoided and is regretted; those of the trade until the group names its own. */
export function Causes({ document, found }: CausesProps) {
  const { t, locale } = useWords();
  const store = usePlanStore();
  const path = `staffGroups.${found.groupId}.attritionCauses`;
  const stored = document.staffGroups?.find(({ id }) => id === found.groupId)?.attritionCauses ?? [];
  const isOwn = stored.length > 0;
  const left = Math.max(0, 1 - stored.reduce((sum, { share }) => sum + share, 0));
  const takeOver = () =>
    store.run([
      { type: 'setInput', path, value: tradeCauses.map((one) => ({ ...one, cause: modelText(one.cause) })) },
    ]);
  const add = () =>
    store.run([
      {
        type: 'insertMember',
        path,
        place: stored.length,
        member: { cause: t('attrition.newCause'), share: Math.min(left, 0.1) },
      },
    ]);
  return (
    <Section title={t('attrition.causes')} note={t('attrition.causesNote')}>
      {found.areCausesAssumed && (
        <Alert variant="light" mb={8}>
          {t('attrition.assumed')}
        </Alert>
      )}
      {found.unexplainedShare > 0 && !found.areCausesAssumed && (
        <p className={styles.note}>
          {t('attrition.unexplained', {
            share: found.unexplainedShare.toLocaleString(locale, {
              style: 'percent',
              maximumFractionDigits: 1,
            }),
          })}
        </p>
      )}
      <CauseTable found={found} path={isOwn ? path : null} count={stored.length} />
      <Group gap={8} mt={8}>
        {!isOwn && (
          <Button variant="default" onClick={takeOver}>
            {t('attrition.takeOver')}
          </Button>
        )}
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {t('attrition.addCause')}
        </Button>
      </Group>
    </Section>
  );
}

interface CauseTableProps {
  readonly found: AttritionCase;
  /** Of the list; null while it is assumed and cannot be edited. */
  readonly path: string | null;
  readonly count: number;
}

function CauseTable({ found: { causes }, path, count }: CauseTableProps) {
  const { t } = useWords();
  const places = path === null ? causes.map((_, place) => place) : Array.from({ length: count }, (_, i) => i);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('attrition.cause')}</th>
            <th scope="col">{t('attrition.share')}</th>
            <th scope="col">{t('attrition.avoidable')}</th>
            <th scope="col">{t('attrition.regretted')}</th>
            <th scope="col">{t('attrition.costAYear')}</th>
            {path !== null && <th scope="col">{t('attrition.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {places.map((place) =>
            path === null ? (
              <AssumedCause key={place} cause={causes[place]} />
            ) : (
              <OwnCause key={place} cause={causes[place]} at={`${path}[${place}]`} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface CauseProps {
  /** Absent while what was just added is being worked out. */
  readonly cause: AttritionCase['causes'][number] | undefined;
}

function AssumedCause({ cause }: CauseProps) {
  const words = useWords();
  if (cause === undefined) return null;
  return (
    <tr>
      <th scope="row">{modelText(cause.cause)}</th>
      <td>{valueText(cause.share, 'share', words)}</td>
      <td>{valueText(cause.avoidable, 'share', words)}</td>
      <td>{valueText(cause.regrettable, 'share', words)}</td>
      <td>
        <FigureValue figure={cause.cost} />
      </td>
    </tr>
  );
}

function OwnCause({ cause, at }: CauseProps & { readonly at: string }) {
  const { t } = useWords();
  const store = usePlanStore();
  const name = cause?.cause ?? '';
  const shares = [
    { field: 'share', label: t('attrition.shareOf', { name }), standard: 0 },
    { field: 'avoidable', label: t('attrition.avoidableOf', { name }), standard: 0 },
    { field: 'regrettable', label: t('attrition.regrettedOf', { name }), standard: 1 },
  ];
  return (
    <tr>
      <th scope="row">
        <TextField isBare label={t('attrition.causeName', { name })} path={`${at}.cause`} />
      </th>
      {shares.map(({ field, label, standard }) => (
        <td key={field}>
          <NumberField
            isBare
            label={label}
            path={`${at}.${field}`}
            unit="share"
            standard={standard}
            width={80}
          />
        </td>
      ))}
      <td>{cause === undefined ? '–' : <FigureValue figure={cause.cost} />}</td>
      <td>
        <ActionIcon
          aria-label={t('attrition.removeCause', { name })}
          onClick={() => store.run([{ type: 'setInput', path: at }])}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}
