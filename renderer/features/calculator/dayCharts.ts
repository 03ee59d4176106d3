import type { CalculatorInput } from '#shared/queueing/calculatorInput.ts';
import type { CalculatorDay } from '#shared/queueing/calculatorDay.ts';
import type { ChartData } from '#renderer/ui/charts/types.ts';
import { goalLine } from './intervalCharts.ts';
import type { Speech } from './words.ts';

/** Agents needed under both models and agents on duty by time of day; shaded where Erlang C finds too few. */
export function agentsChart(
  day: CalculatorDay | null,
  times: readonly string[],
  hasPatience: boolean,
  { t }: Speech,
): ChartData {
  const rows = day?.rows ?? [];
  const onDuty = {
    id: 'onDuty',
    label: t('calculator.onDuty'),
    values: rows.map(({ agents }) => agents),
    colorIndex: 6,
  };
  const endless = {
    id: 'erlangC',
    label: t('calculator.modelShort.erlangC'),
    values: rows.map(({ neededC }) => neededC),
    colorIndex: 0,
  };
  const patient = {
    id: 'erlangA',
    label: t('calculator.modelShort.erlangA'),
    values: rows.map(({ neededA }) => neededA),
    colorIndex: 1,
  };
  const hasDuty = rows.some(({ agents }) => agents !== null);
  const needed = hasPatience ? [endless, patient] : [endless];
  return {
    kind: 'line',
    labels: rows.length === 0 ? [] : [...times],
    format: { style: 'number', digits: 0 },
    series: hasDuty ? [...needed, onDuty] : needed,
    ...(hasDuty ? { gap: { neededId: 'erlangC', actualId: 'onDuty' } } : {}),
  };
}

/** Service level of the agents on duty by time of day, and who hangs up. */
export function dayLevelChart(
  day: CalculatorDay | null,
  times: readonly string[],
  input: CalculatorInput | null,
  speech: Speech,
): ChartData {
  const { t } = speech;
  const rows = day?.rows ?? [];
  const hasPatience = input?.patience !== undefined;
  const endless = {
    id: 'erlangC',
    label: t('calculator.modelShort.erlangC'),
    values: rows.map(({ erlangC }) => erlangC?.level ?? null),
    colorIndex: 0,
  };
  const patient = {
    id: 'erlangA',
    label: t('calculator.modelShort.erlangA'),
    values: rows.map(({ erlangA }) => erlangA?.level ?? null),
    colorIndex: 1,
  };
  const gone = {
    id: 'abandoned',
    label: t('calculator.abandonedA'),
    values: rows.map(({ erlangA }) => erlangA?.pAbandon ?? null),
    colorIndex: 2,
  };
  return {
    kind: 'percent',
    labels: rows.length === 0 ? [] : [...times],
    format: { style: 'percent', digits: 1 },
    left: hasPatience ? [endless, patient] : [endless],
    right: hasPatience ? [gone] : [],
    leftTitle: t('calculator.serviceLevel'),
    rightTitle: hasPatience ? t('calculator.abandoned') : '',
    ...goalLine(input, speech),
  };
}
