import { formatPlain, noValueSign } from '#renderer/ui/numbers.ts';
import { keyed } from './keyed.ts';
import { formatOfChart, type HeatReportChart, heatTint } from './reportCharts.ts';
import styles from './Reports.module.css';

interface ReportHeatProps {
  readonly chart: HeatReportChart;
  readonly locale: string;
}

/** Rows by columns: blue is plenty, orange is short, and every cell says its number. */
export function ReportHeat({ chart, locale }: ReportHeatProps) {
  const { title, unit, rows, columns, values, scale } = chart;
  const format = formatOfChart(chart);
  const all = values.flat().filter((value) => value !== null);
  const heads = keyed(columns);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tableFrame} tabIndex={0} role="group" aria-label={title}>
      <table className={styles.heat}>
        <caption>{unit === '' ? title : `${title} (${unit})`}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.hidden}>{title}</span>
            </th>
            {heads.map(({ key, text }) => (
              <th key={key} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.text}</th>
              {heads.map(({ key, place }) => (
                <HeatCell
                  key={key}
                  value={values[row.place]?.[place] ?? null}
                  tint={(value) => heatTint(value, all, scale)}
                  text={(value) => formatPlain(value, format, locale)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeatCellProps {
  readonly value: number | null;
  readonly tint: (value: number) => ReturnType<typeof heatTint>;
  readonly text: (value: number) => string;
}

const strongest = 55;

function HeatCell({ value, tint, text }: HeatCellProps) {
  if (value === null) return <td>{noValueSign}</td>;
  const { share, isShort } = tint(value);
  const color = isShort ? 'var(--planner-heat-short)' : 'var(--planner-heat-plenty)';
  const background = `color-mix(in srgb, ${color} ${Math.round(share * strongest)}%, transparent)`;
  return <td style={{ background }}>{text(value)}</td>;
}
