import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Text, TextInput } from '@mantine/core';
import { type Benchmark, benchmarks } from '#shared/model/assumptions/benchmarks.ts';
import { assumptionRegister, type RegisterEntry } from '#shared/model/assumptions/register.ts';
import { beginsWith, pathParts } from '#shared/model/inputPlaces.ts';
import type { ViewNode } from '#shared/model/planView.ts';
import { isAboutMeasure } from '#renderer/state/benchmarkFigures.ts';
import { BenchmarkFigureList } from '#renderer/state/BenchmarkFigureList.tsx';
import { refusalText } from '#renderer/state/faultText.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { messagePart, modelText } from '#renderer/state/modelText.ts';
import { todayIso } from '#renderer/state/today.ts';
import { BenchmarkInput, BenchmarkMeasure } from './BenchmarkLines.tsx';
import styles from './Assumptions.module.css';

const staleAfterMonths = 12;

/** What others publish, beside what the plan says. */
export function BenchmarksTab({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { document } = figures;
  const register = useMemo(
    () => assumptionRegister(document, { today: todayIso(), staleAfterMonths }),
    [document],
  );
  if (!register.ok) {
    return (
      <Alert color="red" variant="outline" m="sm">
        {refusalText(register.fault, figures, t)}
      </Alert>
    );
  }
  const words = search.trim().toLocaleLowerCase();
  const found = benchmarks.filter(({ item, source, region = '' }) =>
    [item, modelText(item), source, modelText(source), region, modelText(region)]
      .join(' ')
      .toLocaleLowerCase()
      .includes(words),
  );
  return (
    <>
      <div className={styles.controls}>
        <TextInput
          label={t('assumptions.find')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Text size="sm" c="var(--planner-text-quiet)" maw={760}>
          {t('assumptions.benchmarksText')}
        </Text>
      </div>
      <div className={styles.scrolled}>
        {found.length === 0 && <Text size="sm">{t('assumptions.none')}</Text>}
        {found.map((benchmark) => (
          <BenchmarkCard
            key={benchmark.id}
            benchmark={benchmark}
            entries={register.value.entries}
            figures={figures}
          />
        ))}
      </div>
    </>
  );
}

function concerns({ inputs }: Benchmark, path: string): boolean {
  const parts = pathParts(path);
  return inputs.some((pattern) => beginsWith(parts, pattern.split('.')));
}

interface BenchmarkCardProps {
  readonly benchmark: Benchmark;
  readonly entries: readonly RegisterEntry[];
  readonly figures: PlanFigures;
}

function BenchmarkCard({ benchmark, entries, figures }: BenchmarkCardProps) {
  const { t } = useTranslation();
  const { item, source, year, region, note } = benchmark;
  const own = entries.filter(({ path, state }) => state !== 'default' && concerns(benchmark, path));
  const results = figures.structure.nodes.filter(({ id }: ViewNode) => isAboutMeasure(benchmark, id));
  const where = [source, year, region]
    .flatMap((part) => (part === undefined ? [] : messagePart(modelText(part), figures.locale)))
    .join(', ');
  return (
    <section className={styles.card} aria-label={modelText(item)}>
      <div className={styles.cardHead}>
        <h2>{modelText(item)}</h2>
        <span className={styles.figures}>
          <BenchmarkFigureList benchmark={benchmark} currency={figures.structure.currency} />
        </span>
        <span className={styles.quiet}>{where}</span>
      </div>
      {note !== undefined && <div className={styles.quiet}>{modelText(note)}</div>}
      {own.length + results.length === 0 ? (
        <div className={styles.quiet}>{t('assumptions.concernsNothing')}</div>
      ) : (
        <table className={styles.lines}>
          <tbody>
            {own.map((entry) => (
              <BenchmarkInput key={entry.path} benchmark={benchmark} entry={entry} figures={figures} />
            ))}
            {results.map((node) => (
              <BenchmarkMeasure key={node.id} benchmark={benchmark} node={node} figures={figures} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
