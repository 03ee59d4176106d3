import { lazy, Suspense, useContext, useDeferredValue, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ActionIcon, Menu, Tooltip, useComputedColorScheme } from '@mantine/core';
import {
  IconChartLine,
  IconDotsVertical,
  IconFileSpreadsheet,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react';
import { isSame } from '#shared/kernel/isSame.ts';
import { palettes } from '../palette.ts';
import { ChartHeight } from './chartHeight.ts';
import { chartCsv, chartTable, headerOf, tableText } from './chartTable.ts';
import { HeatMap } from './HeatMap.tsx';
import { heatPicture } from './heatPicture.ts';
import { saveCsv, savePng } from './saveChart.ts';
import type { ChartData, ChartTexts } from './types.ts';
import styles from './ChartCard.module.css';

/** The drawing library is a third of the page; the grids need not wait for it. */
const ChartCanvas = lazy(() =>
  import('./ChartCanvas.tsx').then((module) => ({ default: module.ChartCanvas })),
);

/**
 * What is drawn follows the numbers: an edit is painted in the grid first, the picture right after. The same numbers are not
 * drawn again.
 */
function useLater<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (!isSame(kept, value)) keep(value);
  return useDeferredValue(kept);
}

interface ChartCardProps {
  readonly title: string;
  /** Unit as text, shown beside the title; empty for shares. */
  readonly unit: string;
  readonly chart: ChartData;
  readonly locale: string;
  readonly texts: ChartTexts;
  /** Without ending. */
  readonly fileName: string;
  readonly actions?: ReactNode;
  readonly height?: number;
}

function SaveMenu(props: ChartCardProps & { readonly savePicture: (() => void) | null }) {
  const { title, unit, chart, locale, texts, fileName, savePicture } = props;
  const saveTable = (): void => saveCsv(chartCsv(chart, texts.periodHeader, unit, locale), fileName);
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={texts.menu(title)}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPhoto size={14} aria-hidden />}
          disabled={savePicture === null}
          onClick={() => savePicture?.()}
        >
          {texts.savePng}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size={14} aria-hidden />} onClick={saveTable}>
          {texts.saveCsv}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A chart with its title, unit, the same data as a table, and ways to take it along. */
export function ChartCard(props: ChartCardProps) {
  const { title, unit, chart, locale, texts, fileName, actions } = props;
  const heightAround = useContext(ChartHeight);
  const height = props.height ?? heightAround;
  const [isTable, setTable] = useState(false);
  const frame = useRef<HTMLDivElement | null>(null);
  const palette = palettes[useComputedColorScheme('light', { getInitialValueInEffect: false })];
  const isEmpty = chartTable(chart).rows.every(({ values }) => values.every((value) => value === null));
  const drawn = useLater(chart);
  const toggleText = isTable ? texts.showChart : texts.showTable;

  const savePicture = (): void => {
    const canvas =
      chart.kind === 'heat' ? heatPicture(chart, locale, palette) : frame.current?.querySelector('canvas');
    if (canvas) savePng(canvas, unit === '' ? title : `${title} (${unit})`, fileName, palette);
  };

  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          {title}
          {unit !== '' && <span className={styles.unit}>{unit}</span>}
        </h3>
        <div className={styles.actions}>
          {actions}
          <Tooltip label={toggleText}>
            <ActionIcon aria-label={`${title}: ${toggleText}`} onClick={() => setTable(!isTable)}>
              {isTable ? <IconChartLine size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
          <SaveMenu {...props} savePicture={isTable || isEmpty ? null : savePicture} />
        </div>
      </header>
      {isTable && <ChartAsTable title={title} chart={chart} locale={locale} texts={texts} height={height} />}
      {!isTable && isEmpty && (
        <p className={styles.empty} style={{ height }}>
          {texts.noData}
        </p>
      )}
      {!isTable && !isEmpty && drawn.kind === 'heat' && (
        <div style={{ height }}>
          <HeatMap label={title} heat={drawn} locale={locale} />
        </div>
      )}
      {!isTable && !isEmpty && drawn.kind !== 'heat' && (
        <Suspense fallback={<div style={{ height }} aria-busy />}>
          <ChartCanvas
            chart={drawn}
            unit={unit}
            locale={locale}
            label={title}
            texts={texts}
            frame={frame}
            height={height}
          />
        </Suspense>
      )}
    </section>
  );
}

interface ChartAsTableProps extends Pick<ChartCardProps, 'title' | 'chart' | 'locale' | 'texts'> {
  readonly height: number;
}

function ChartAsTable({ title, chart, locale, texts, height }: ChartAsTableProps) {
  const { columns, rows } = chartTable(chart);
  return (
    // The table scrolls in the place of the chart, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tableFrame} style={{ height }} tabIndex={0} role="group" aria-label={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{headerOf(chart, texts.periodHeader)}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {columns.map((column, index) => (
                <td key={column.id}>{tableText(chart, row, row.values[index] ?? null, locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
