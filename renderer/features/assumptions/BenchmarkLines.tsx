import { useTranslation } from 'react-i18next';
import { UnstyledButton } from '@mantine/core';
import type { Benchmark } from '#shared/model/assumptions/benchmarks.ts';
import type { RegisterEntry } from '#shared/model/assumptions/register.ts';
import type { ViewNode } from '#shared/model/planView.ts';
import { benchmarkNumber, isAbout, isUsual, spanOf } from '#renderer/state/benchmarkFigures.ts';
import { figureAt, formatOf, lineLabel, type PlanFigures, unitTextOf } from '#renderer/state/figures.ts';
import { modelText, ofOwner } from '#renderer/state/modelText.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { withUnit } from '#renderer/state/shownInputText.ts';
import { UseBenchmark } from '#renderer/state/UseBenchmark.tsx';
import { useView } from '#renderer/state/usePlan.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { entryName, unitOf, valueOf } from './registerRows.ts';
import styles from './Assumptions.module.css';

interface JudgedProps {
  readonly benchmark: Benchmark;
  readonly span: readonly [low: number, high: number] | null;
  readonly locale: string;
}

/** The range is said: it is wider than what was published, and nobody could tell from that alone. */
function Judged({ benchmark, span, locale }: JudgedProps) {
  const { t } = useTranslation();
  const isWithin = isUsual(benchmark, span);
  if (isWithin === null || benchmark.usual === undefined) return null;
  const { low, high } = benchmark.usual;
  const range = {
    low: benchmarkNumber(benchmark, low, { locale }),
    high: benchmarkNumber(benchmark, high, { locale }),
  };
  return (
    <span className={isWithin ? styles.good : styles.outside}>
      {isWithin ? t('assumptions.usual', range) : t('assumptions.unusual', range)}
    </span>
  );
}

interface BenchmarkInputProps {
  readonly benchmark: Benchmark;
  readonly entry: RegisterEntry;
  readonly figures: PlanFigures;
}

/** What the plan says where a benchmark says something. */
export function BenchmarkInput({ benchmark, entry, figures }: BenchmarkInputProps) {
  const { t } = useTranslation();
  const { explain, setExplainOpen } = useView();
  const words = { t, locale: figures.locale, currency: figures.structure.currency };
  const name = entryName(entry);
  const isOwn = isAbout(benchmark, entry.path);
  return (
    <tr>
      <td>
        <UnstyledButton
          className={styles.name}
          onClick={() => {
            if (!figures.nodes.has(entry.path)) return;
            setExplainOpen(true);
            explain(entry.path, 0);
          }}
        >
          {name}
        </UnstyledButton>
      </td>
      <td>{withUnit(valueOf(entry, words), unitOf(entry, words))}</td>
      <td>
        {isOwn && benchmark.isIndirect !== true ? (
          <Judged benchmark={benchmark} span={spanOf(entry)} locale={figures.locale} />
        ) : (
          <span className={styles.quiet}>{isOwn ? t('assumptions.near') : t('assumptions.part')}</span>
        )}
      </td>
      <td className={styles.quiet}>
        {entry.assumption?.source === undefined
          ? t('assumptions.noSource')
          : modelText(entry.assumption.source)}
      </td>
      <td align="right">
        <UseBenchmark
          benchmark={benchmark}
          path={entry.path}
          unit={entry.unit}
          name={name}
          figures={figures}
        />
      </td>
    </tr>
  );
}

interface BenchmarkMeasureProps {
  readonly benchmark: Benchmark;
  readonly node: ViewNode;
  readonly figures: PlanFigures;
}

/** What the plan comes to, in its first year. */
export function BenchmarkMeasure({ benchmark, node, figures }: BenchmarkMeasureProps) {
  const { t } = useTranslation();
  const { explain, setExplainOpen } = useView();
  const value = figureAt(figures, node.id, 0, 'year');
  const owner = figures.structure.members.find(({ key }) => key === node.memberKey)?.name ?? '';
  const name = ofOwner(lineLabel(node), owner);
  const text = formatPlain(value, formatOf(node.unit, figures.structure.currency), figures.locale);
  return (
    <tr>
      <td>
        <UnstyledButton
          className={styles.name}
          onClick={() => {
            setExplainOpen(true);
            explain(node.id, 0, 'year');
          }}
        >
          {name}
        </UnstyledButton>
      </td>
      <td>{withUnit(text, unitTextOf(figures, node.id))}</td>
      <td>
        <Judged benchmark={benchmark} span={value === null ? null : [value, value]} locale={figures.locale} />
      </td>
      <td className={styles.quiet} colSpan={2}>
        {t('assumptions.computedFor', { period: periodName(figures, 'year', 0) })}
      </td>
    </tr>
  );
}
