import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { Chart } from 'chart.js';
import { chartTable, tableText } from './chartTable.ts';
import type { DrawnChartData, ChartTexts } from './types.ts';

/** The next place for a key, null when the key means nothing here. Charts that lie go up and down. */
export function nextPlace(
  key: string,
  place: number | null,
  count: number,
  isSideways: boolean,
): number | null {
  const last = count - 1;
  if (last < 0) return null;
  const [forwards, backwards] = isSideways ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  switch (key) {
    case forwards:
      return place === null ? 0 : Math.min(last, place + 1);
    case backwards:
      return place === null ? last : Math.max(0, place - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** What is read out at a place: its name and every value there. */
export function placeText(chart: DrawnChartData, place: number, locale: string, texts: ChartTexts): string {
  const { columns, rows } = chartTable(chart);
  const row = rows[place];
  if (row === undefined) return '';
  const values = columns.flatMap(({ label }, column) => {
    const value = row.values[column] ?? null;
    return value === null ? [] : [texts.pointValue(label, tableText(chart, row, value, locale))];
  });
  return texts.point(row.label, values);
}

function showPlace(chart: Chart, place: number | null): void {
  const elements =
    place === null
      ? []
      : chart.data.datasets.flatMap((dataset, datasetIndex) =>
          chart.isDatasetVisible(datasetIndex) && dataset.data[place] !== null
            ? [{ datasetIndex, index: place }]
            : [],
        );
  const { x, y } =
    chart.chartArea === undefined ? { x: 0, y: 0 } : { x: chart.chartArea.left, y: chart.chartArea.top };
  chart.setActiveElements(elements);
  chart.tooltip?.setActiveElements(elements, { x, y });
  chart.update('none');
}

/** Goes along the points of a chart with the arrow keys, showing and saying each. */
export function useChartKeys(
  chart: DrawnChartData,
  drawn: RefObject<Chart | null>,
  locale: string,
  texts: ChartTexts,
) {
  const [place, setPlace] = useState<number | null>(null);
  const { rows } = chartTable(chart);
  const isSideways = chart.kind === 'tornado' || chart.kind === 'funnel';
  const go = (wanted: number | null): void => {
    setPlace(wanted);
    if (drawn.current !== null) showPlace(drawn.current, wanted);
  };
  return {
    spoken: place === null ? '' : placeText(chart, place, locale, texts),
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape' && place !== null) {
        event.preventDefault();
        go(null);
        return;
      }
      const next = nextPlace(event.key, place, rows.length, isSideways);
      if (next === null) return;
      event.preventDefault();
      go(next);
    },
    onBlur: (): void => {
      if (place !== null) go(null);
    },
  };
}
