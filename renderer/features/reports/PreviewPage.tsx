import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportPage, ReportTable } from '#shared/model/packs/content.ts';
import { chartTexts } from '#renderer/state/chartTexts.ts';
import { ChartCard } from '#renderer/ui/charts/ChartCard.tsx';
import { keyed } from './keyed.ts';
import { ReportHeat } from './ReportHeat.tsx';
import { screenChart } from './reportCharts.ts';
import styles from './Reports.module.css';

interface PreviewPageProps {
  readonly page: ReportPage;
  /** Of the report, which may not be that of the window. */
  readonly locale: string;
  readonly stamp: string;
  readonly pageText: string;
}

const chartHeight = 260;

/** One page of the report. */
export function PreviewPage({ page, locale, stamp, pageText }: PreviewPageProps) {
  const { title, message, sentences, table, chart, footnotes, definitions } = page;
  return (
    <article className={styles.page} aria-label={title}>
      <h3>{title}</h3>
      {message !== '' && <p className={styles.message}>{message}</p>}
      {keyed(sentences).map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
      {chart !== undefined && <PageChart chart={chart} locale={locale} />}
      {table !== undefined && <PageTable table={table} label={title} />}
      <Notes texts={footnotes} />
      <Notes texts={definitions} />
      <footer className={styles.stamp}>
        <span>{stamp}</span>
        <span className={styles.pageNumber}>{pageText}</span>
      </footer>
    </article>
  );
}

function PageChart({ chart, locale }: { readonly chart: NonNullable<ReportPage['chart']>; locale: string }) {
  const { t } = useTranslation();
  const texts = useMemo(() => chartTexts(t, locale), [t, locale]);
  if (chart.kind === 'heat') return <ReportHeat chart={chart} locale={locale} />;
  return (
    <ChartCard
      title={chart.title}
      unit={chart.unit}
      chart={screenChart(chart, t)}
      locale={locale}
      texts={texts}
      fileName={chart.title}
      height={chartHeight}
    />
  );
}

function PageTable({ table: { columns, rows }, label }: { readonly table: ReportTable; label: string }) {
  const heads = keyed(columns.map(({ title }) => title));
  const lines = keyed(rows.map((cells) => cells.join('\t')));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tableFrame} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map(({ key, text, place }) => (
              <th key={key} scope="col" data-align={columns[place]?.align}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              {heads.map(({ key, place }) => (
                <td key={key} data-align={columns[place]?.align}>
                  {rows[line.place]?.[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Notes({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {keyed(texts).map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
