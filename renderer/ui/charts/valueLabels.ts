import type { Chart, ChartType, Plugin } from 'chart.js';
import { systemFonts } from '../theme.ts';

interface ValueLabelOptions {
  /** By dataset and place; empty where nothing is to stand. */
  readonly texts?: readonly (readonly string[])[];
  /** Of lying bars: whether a text stands to the left of its bar, by dataset and place. */
  readonly areLeft?: readonly (readonly boolean[])[];
  readonly color?: string;
  /** Around the letters, so that they stand out from lines; of letters on a bar itself. */
  readonly ground?: string;
}

declare module 'chart.js' {
  // The name of the parameter is given by the interface that this adds to.
  interface PluginOptionsByType<TType extends ChartType> {
    valueLabels?: ValueLabelOptions;
  }
}

const gap = 5;

interface Bar {
  readonly base: number;
  readonly x: number;
  readonly y: number;
}

function barAt(element: unknown): Bar | null {
  if (typeof element !== 'object' || element === null) return null;
  const part = (key: string): unknown => Reflect.get(element, key);
  const [base, x, y] = [part('base'), part('x'), part('y')];
  const areNumbers = typeof base === 'number' && typeof x === 'number' && typeof y === 'number';
  return areNumbers && [base, x, y].every(Number.isFinite) ? { base, x, y } : null;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly align: CanvasTextAlign;
  /** It lies on the bar itself. */
  readonly isInside: boolean;
}

/** Beyond the end of a lying bar, or above a standing one; in the middle of a bar that spreads to both sides. */
function placeOf(chart: Chart, { base, x, y }: Bar, isLeft: boolean): Place {
  if (chart.options.indexAxis !== 'y')
    return { x, y: Math.min(base, y) - 2, align: 'center', isInside: false };
  const middle = (chart.chartArea.left + chart.chartArea.right) / 2;
  if (Math.abs((base + x) / 2 - middle) < 1) return { x: middle, y, align: 'center', isInside: true };
  return isLeft
    ? { x: Math.min(base, x) - gap, y, align: 'right', isInside: false }
    : { x: Math.max(base, x) + gap, y, align: 'left', isInside: false };
}

/** Writes what a bar says beside it, so that it can be read without pointing at it, also on paper. */
export const valueLabels: Plugin<'bar' | 'line', ValueLabelOptions> = {
  id: 'valueLabels',
  afterDatasetsDraw(chart, _, { texts, areLeft, color, ground }) {
    if (texts === undefined) return;
    const context = chart.ctx;
    context.save();
    context.font = `11px ${systemFonts}`;
    context.textBaseline = chart.options.indexAxis === 'y' ? 'middle' : 'bottom';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = ground ?? '';
    texts.forEach((labels, datasetIndex) => {
      if (!chart.isDatasetVisible(datasetIndex)) return;
      chart.getDatasetMeta(datasetIndex).data.forEach((element, place) => {
        const isThere = chart.data.datasets[datasetIndex]?.data[place] !== null;
        const bar = barAt(element);
        const text = labels[place] ?? '';
        if (!isThere || bar === null || text === '') return;
        const at = placeOf(chart, bar, areLeft?.[datasetIndex]?.[place] === true);
        context.textAlign = at.align;
        context.fillStyle = (at.isInside ? ground : color) ?? '';
        if (!at.isInside) context.strokeText(text, at.x, at.y);
        context.fillText(text, at.x, at.y);
      });
    });
    context.restore();
  },
};
