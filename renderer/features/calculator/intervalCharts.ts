import type { CalculatorInput } from '#shared/queueing/calculatorInput.ts';
import type { CurvePoint } from '#shared/queueing/calculatorCurve.ts';
import type { ChartData, ChartSeries, PercentChartData } from '#renderer/ui/charts/types.ts';
import { agentsText, goalShare, moneyFormat, type Speech } from './words.ts';

/** The goal as the line across a chart of service levels. */
export function goalLine(input: CalculatorInput | null, speech: Speech): Pick<PercentChartData, 'goal'> {
  if (input?.serviceLevel === undefined) return {};
  const words = { share: goalShare(input.serviceLevel, speech), seconds: agentsText(input.within, speech) };
  return { goal: { label: speech.t('calculator.goalLine', words), value: input.serviceLevel } };
}

/** Service level under both models, and who hangs up, against the number of agents. */
export function levelChart(
  points: readonly CurvePoint[],
  input: CalculatorInput | null,
  speech: Speech,
): ChartData {
  const { t } = speech;
  const hasPatience = input?.patience !== undefined;
  const series = (
    id: string,
    label: string,
    values: readonly (number | null)[],
    colorIndex: number,
  ): ChartSeries => ({
    id,
    label,
    values,
    colorIndex,
  });
  const endless = series(
    'erlangC',
    t('calculator.modelShort.erlangC'),
    points.map((point) => point.erlangC),
    0,
  );
  const patient = series(
    'erlangA',
    t('calculator.modelShort.erlangA'),
    points.map((point) => point.erlangA),
    1,
  );
  const gone = series(
    'abandoned',
    t('calculator.abandonedA'),
    points.map((point) => point.pAbandon),
    2,
  );
  return {
    kind: 'percent',
    labels: points.map(({ agents }) => agentsText(agents, speech)),
    format: { style: 'percent', digits: 1 },
    left: hasPatience ? [endless, patient] : [endless],
    right: hasPatience ? [gone] : [],
    leftTitle: t('calculator.serviceLevel'),
    rightTitle: hasPatience ? t('calculator.abandoned') : '',
    ...goalLine(input, speech),
  };
}

/** What each number of agents costs in an interval, and for which of the models it is enough. */
export function costChart(
  points: readonly CurvePoint[],
  input: CalculatorInput | null,
  speech: Speech,
): ChartData {
  const { t } = speech;
  const hasPatience = input?.patience !== undefined;
  const cost = (
    id: string,
    label: string,
    colorIndex: number,
    isShown: (point: CurvePoint) => boolean,
  ): ChartSeries => ({
    id,
    label,
    colorIndex,
    values: points.map((point) => (isShown(point) ? point.costPerInterval : null)),
  });
  const tooFew = cost(
    'tooFew',
    t('calculator.tooFew'),
    6,
    ({ isEnoughA, isEnoughC }) => !isEnoughA && !isEnoughC,
  );
  const both = cost(
    'both',
    t(hasPatience ? 'calculator.enoughBoth' : 'calculator.enough'),
    0,
    ({ isEnoughA, isEnoughC }) => isEnoughA && isEnoughC,
  );
  const onlyA = cost(
    'onlyA',
    t('calculator.enoughA'),
    1,
    ({ isEnoughA, isEnoughC }) => isEnoughA && !isEnoughC,
  );
  const onlyC = cost(
    'onlyC',
    t('calculator.enoughC'),
    3,
    ({ isEnoughA, isEnoughC }) => isEnoughC && !isEnoughA,
  );
  const one = [onlyA, onlyC].filter(({ values }) => values.some((value) => value !== null));
  const highest = Math.max(0, ...points.map(({ costPerInterval }) => costPerInterval));
  return {
    kind: 'stackedBar',
    labels: points.map(({ agents }) => agentsText(agents, speech)),
    format: moneyFormat(highest, speech),
    series: [tooFew, ...one, both].filter(({ values }) => values.some((value) => value !== null)),
  };
}
