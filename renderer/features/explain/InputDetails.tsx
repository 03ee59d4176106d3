import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { benchmarksFor } from '#shared/model/assumptions/benchmarks.ts';
import type { Unit } from '#shared/model/units.ts';
import { assumptionCommand, assumptionFields, assumptionOf } from '#renderer/state/assumptionEdits.ts';
import { BenchmarkFigureList } from '#renderer/state/BenchmarkFigureList.tsx';
import { refusalText } from '#renderer/state/faultText.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { changedToText, inputTitle, inputValueText } from '#renderer/state/inputWords.ts';
import { changesOf, type EntryChange, type JournalEntry } from '#renderer/state/journalEntries.ts';
import { messagePart, modelText } from '#renderer/state/modelText.ts';
import { momentText } from '#renderer/state/moments.ts';
import { ReasonField } from '#renderer/state/ReasonField.tsx';
import { useAssumptionTexts } from '#renderer/state/useAssumptionTexts.ts';
import { UseBenchmark } from '#renderer/state/UseBenchmark.tsx';
import { usePlan, usePlanStore } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { EditableText } from '#renderer/ui/panels/EditableText.tsx';
import styles from './Explain.module.css';

interface InputDetailsProps {
  readonly path: string;
  readonly unit: Unit;
  readonly figures: PlanFigures;
}

/** What stands around an input: who says so, what others publish about it, and who changed it when. */
export function InputDetails(props: InputDetailsProps) {
  return (
    <>
      <AssumptionFields {...props} />
      <Benchmarks {...props} />
      <Changes {...props} />
    </>
  );
}

function AssumptionFields({ path, figures }: InputDetailsProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const fields = useAssumptionTexts();
  const known = assumptionOf(figures.document, path);
  const name = inputTitle(figures, path);
  return (
    <section aria-label={t('explain.assumption.title')}>
      <h4 className={styles.part}>{t('explain.assumption.title')}</h4>
      <dl className={styles.assumption}>
        {assumptionFields.map((field) => (
          <div key={`${path} ${field}`}>
            <dt>{t(`explain.assumption.${field}`)}</dt>
            <dd className={styles.field}>
              <EditableText
                label={t('assumptions.fieldOf', { field: t(`explain.assumption.${field}`), name })}
                value={fields.show(field, known?.[field] ?? '')}
                placeholder={t('assumptions.empty')}
                onCommit={(text) =>
                  fields.commit(field, text, (said) => {
                    const done = store.run([assumptionCommand(figures.document, path, field, said)]);
                    return done.ok ? null : refusalText(done.fault, figures, t);
                  })
                }
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Benchmarks({ path, unit, figures }: InputDetailsProps) {
  const { t } = useTranslation();
  const found = benchmarksFor(path);
  if (found.length === 0) return null;
  return (
    <section aria-label={t('explain.benchmarks')}>
      <h4 className={styles.part}>{t('explain.benchmarks')}</h4>
      {found.map((benchmark) => (
        <div key={benchmark.id} className={styles.benchmark}>
          <p className={styles.note}>
            {modelText(benchmark.item)}
            {': '}
            <BenchmarkFigureList benchmark={benchmark} currency={figures.structure.currency} />
          </p>
          <p className={styles.quiet}>
            {[benchmark.source, benchmark.year, benchmark.region]
              .flatMap((part) => (part === undefined ? [] : messagePart(modelText(part), figures.locale)))
              .join(', ')}
          </p>
          {benchmark.note !== undefined && <p className={styles.quiet}>{modelText(benchmark.note)}</p>}
          <UseBenchmark
            benchmark={benchmark}
            path={path}
            unit={unit}
            name={inputTitle(figures, path)}
            figures={figures}
          />
        </div>
      ))}
    </section>
  );
}

const lastChanges = 5;

function Changes({ path, figures }: InputDetailsProps) {
  const { t } = useTranslation();
  const id = usePlan((state) => state.id);
  const { value } = useStored('scenario.journal', id === null ? null : { id, path, limit: lastChanges });
  if (value === null || value.length === 0) return null;
  return (
    <section aria-label={t('explain.changes.title')}>
      <h4 className={styles.part}>{t('explain.changes.title')}</h4>
      <ul className={styles.changes}>
        {value.map((entry) => (
          <ChangeLine key={entry.sequence} entry={entry} path={path} figures={figures} />
        ))}
      </ul>
    </section>
  );
}

/** What an entry did to the input itself; a change of something inside it counts as one of it. */
function changeOf(entry: JournalEntry, path: string): EntryChange | undefined {
  const changes = changesOf(entry);
  return changes.find((change) => change.path === path) ?? changes[0];
}

interface ChangeLineProps {
  readonly entry: JournalEntry;
  readonly path: string;
  readonly figures: PlanFigures;
}

function ChangeLine({ entry, path, figures }: ChangeLineProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const change = changeOf(entry, path);
  if (change === undefined) return null;
  const moment = momentText(entry.at, figures.locale);
  const textOf = (value: unknown) => inputValueText(figures, t, change.path, value);
  const { restore } = change;
  return (
    <li>
      <p className={styles.quiet}>{t('explain.changes.by', { moment, who: entry.who })}</p>
      <p className={styles.note}>
        {t('explain.changes.fromTo', {
          from: textOf(change.from),
          to: changedToText(figures, t, change),
        })}
      </p>
      <ReasonField entry={entry} name={inputTitle(figures, change.path)} />
      {restore !== null && (
        <Button
          size="compact-xs"
          variant="default"
          mih={24}
          mt={4}
          aria-label={t('explain.changes.restoreNamed', { value: textOf(change.from) })}
          onClick={() => store.run([{ ...restore, reason: t('scenarios.journal.restoreReason') }])}
        >
          {t('scenarios.journal.restore')}
        </Button>
      )}
    </li>
  );
}
