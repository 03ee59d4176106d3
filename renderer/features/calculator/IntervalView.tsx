import { useMemo } from 'react';
import { calculate } from '#shared/queueing/calculator.ts';
import { calculatorCurve } from '#shared/queueing/calculatorCurve.ts';
import { type CalculatorForm, fieldText } from './calculatorForm.ts';
import { CalculatorFrame } from './CalculatorFrame.tsx';
import { copyText } from './copyText.ts';
import { tableLines } from './figureTable.ts';
import { FigureTable } from './FigureTable.tsx';
import { costChart, levelChart } from './intervalCharts.ts';
import { intervalTable } from './intervalTable.ts';
import { readForm } from './readForm.ts';
import { intervalTiles } from './tiles.ts';
import type { Speech } from './words.ts';

/** What-if on one interval. */
export function IntervalView({ form, speech }: { readonly form: CalculatorForm; readonly speech: Speech }) {
  const { t, locale } = speech;
  const { input, problems } = useMemo(() => readForm(form, locale), [form, locale]);
  const result = useMemo(() => (input === null ? null : calculate(input)), [input]);
  const points = useMemo(() => (input === null ? [] : calculatorCurve(input)), [input]);
  const shape = {
    hasPatience: fieldText(form, 'patience', locale).trim() !== '',
    hasTeam: fieldText(form, 'agents', locale).trim() !== '',
  };
  const table = intervalTable(input, result, shape, speech);
  const level = useMemo(() => levelChart(points, input, speech), [points, input, speech]);
  const cost = useMemo(() => costChart(points, input, speech), [points, input, speech]);
  return (
    <CalculatorFrame
      form={form}
      problems={problems}
      speech={speech}
      tiles={intervalTiles(input, result, speech)}
      copyText={input === null ? null : () => copyText(input, 'interval', tableLines(table), speech)}
      charts={[
        { title: t('calculator.levelChart'), unit: '', chart: level, axis: t('calculator.row.agents') },
        {
          title: t('calculator.costChart'),
          unit: speech.currency ?? '',
          chart: cost,
          axis: t('calculator.row.agents'),
        },
      ]}
    >
      <FigureTable table={table} />
    </CalculatorFrame>
  );
}
