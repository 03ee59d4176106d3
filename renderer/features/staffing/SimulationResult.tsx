import { useTranslation } from 'react-i18next';
import type { DaySimulation } from '#shared/model/simulationSpec.ts';
import type { Estimate } from '#shared/queueing/simulation/estimate.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { formatPlain, type NumberFormat, noValueSign } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { memberName } from '#renderer/state/members.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import type { SimulationRun } from '#renderer/state/useSimulation.ts';
import {
  type CheckedFigure,
  type CheckedPart,
  type CheckedRow,
  checkedParts,
  sharedGroups,
} from './simulationCheck.ts';
import styles from './Simulation.module.css';

interface SimulationResultProps {
  readonly run: SimulationRun;
  readonly day: DaySimulation;
  readonly figures: PlanFigures;
}

/** The formulas of the plan beside what the simulation found so far. */
export function SimulationResult({ run, day, figures }: SimulationResultProps) {
  const { t } = useTranslation();
  const { results } = run;
  const parts = checkedParts(day, results);
  const integer = (value: number) => formatPlain(value, { style: 'integer' }, figures.locale);
  return (
    <div className={styles.result}>
      <p role="status" className={styles.note}>
        {results === null || run.status === 'running'
          ? t('simulation.running')
          : t(run.status === 'stopped' ? 'simulation.stopped' : 'simulation.finished', {
              contacts: integer(results.customers),
              days: integer(results.days),
            })}
      </p>
      {parts.map((part) => (
        <PartTable key={part.id} part={part} label={partName(part, figures)} locale={figures.locale} />
      ))}
      <SharedOccupancy run={run} day={day} figures={figures} />
      {results !== null && <Levels parts={parts} day={day} figures={figures} />}
      <p className={styles.note}>{t('simulation.explanation')}</p>
    </div>
  );
}

/** The queue, and the group where each has its own part of it. */
function partName({ id, queueId }: CheckedPart, { structure }: PlanFigures): string {
  const queue = memberName(structure, 'queues', queueId);
  return id === queueId
    ? queue
    : `${queue}, ${memberName(structure, 'groups', id.slice(queueId.length + 1))}`;
}

const formats: Readonly<Record<CheckedFigure, NumberFormat>> = {
  serviceLevel: { style: 'percent', digits: 1 },
  asa: { style: 'number', digits: 1 },
  abandonment: { style: 'percent', digits: 2 },
  occupancy: { style: 'percent', digits: 1 },
};

interface CellTexts {
  readonly locale: string;
  /** Unit of differences of shares. */
  readonly points: string;
}

/** A difference; of shares in percentage points. */
function differenceText(
  value: number | null,
  format: NumberFormat,
  digits: number,
  { locale, points }: CellTexts,
): string {
  if (value === null) return noValueSign;
  if (format.style !== 'percent') return formatPlain(value, { ...format, digits }, locale);
  return `${formatPlain(value * 100, { style: 'number', digits }, locale)} ${points}`;
}

/** One digit more than the figure itself, since the interval is much narrower. */
function halfWidthText(estimate: Estimate | null, format: NumberFormat, texts: CellTexts): string {
  const half = estimate?.halfWidth ?? null;
  return half === null ? noValueSign : `± ${differenceText(half, format, (format.digits ?? 1) + 1, texts)}`;
}

interface PartTableProps {
  readonly part: CheckedPart;
  readonly label: string;
  readonly locale: string;
}

function PartTable({ part, label, locale }: PartTableProps) {
  const { t } = useTranslation();
  const heads = ['planned', 'atWholeAgents', 'simulated', 'chance', 'difference', 'verdict'] as const;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`simulation.column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row) => (
          <tr key={row.figure}>
            <th scope="row">{t(`simulation.figure.${row.figure}`)}</th>
            <Cells row={row} locale={locale} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ row, locale }: { readonly row: CheckedRow; readonly locale: string }) {
  const { t } = useTranslation();
  const format = formats[row.figure];
  const text = (value: number | null | undefined) => formatPlain(value ?? null, format, locale);
  const texts = { locale, points: t('simulation.points') };
  const verdict = row.isWithinChance === null ? null : row.isWithinChance ? 'within' : 'beyond';
  return (
    <>
      <td>{text(row.planned)}</td>
      <td>{text(row.atWholeAgents)}</td>
      <td className={styles.strong}>{text(row.simulated?.value)}</td>
      <td>{halfWidthText(row.simulated, format, texts)}</td>
      <td>{differenceText(row.difference, format, format.digits ?? 1, texts)}</td>
      <td className={styles.words} data-verdict={verdict}>
        {verdict === null ? noValueSign : t(`simulation.verdict.${verdict}`)}
      </td>
    </>
  );
}

function SharedOccupancy({ run, day, figures }: SimulationResultProps) {
  const { t } = useTranslation();
  const groups = sharedGroups(day, run.results);
  if (groups.length === 0) return null;
  const format = formats.occupancy;
  return (
    <ul className={styles.groups} aria-label={t('simulation.sharedOccupancy')}>
      {groups.map(({ id, occupancy }) => (
        <li key={id}>
          {t('simulation.groupOccupancy', {
            group: memberName(figures.structure, 'groups', id),
            share: formatPlain(occupancy?.value ?? null, format, figures.locale),
            chance: halfWidthText(occupancy, format, {
              locale: figures.locale,
              points: t('simulation.points'),
            }),
          })}
        </li>
      ))}
    </ul>
  );
}

interface LevelsProps {
  readonly parts: readonly CheckedPart[];
  readonly day: DaySimulation;
  readonly figures: PlanFigures;
}

/** How the day goes: the simulated service level from interval to interval. */
function Levels({ parts, day, figures }: LevelsProps) {
  const { t } = useTranslation();
  const minutes = (day.spec.intervalSeconds ?? 0) / 60;
  const count = Math.max(0, ...parts.map(({ levels }) => levels.length));
  if (count === 0) return null;
  const labels = Array.from({ length: count }, (_, place) =>
    timeOfDay(figures.locale, day.startMinute + place * minutes),
  );
  const series = parts.map((part) => ({ id: part.id, label: partName(part, figures), values: part.levels }));
  return (
    <PlanChartCard
      title={t('simulation.levels')}
      unit=""
      height={170}
      chart={{
        kind: 'percent',
        labels,
        format: { style: 'percent', digits: 1 },
        left: series,
        right: [],
        leftTitle: '',
        rightTitle: '',
      }}
    />
  );
}
