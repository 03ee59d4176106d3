import { caseNumbers, type Comparison, investedPresentValue, total } from '../../businessCaseMeasures.ts';
import { asInput, type Figure, type FigureInput, type FigureReason, figuresOf } from '../figure.ts';

const figure = figuresOf('case', {
  benefit: {
    label: 'Benefit',
    unit: 'money',
    text: 'What the plan saves in cost and gains in margin with the initiatives, over the whole plan.',
    formula: 'Σ total cost without − total cost with + margin with − margin without',
  },
  investment: {
    label: 'Investment',
    unit: 'money',
    text: 'One-off and recurring cost of the initiatives over the whole plan.',
    formula: 'Σ one-off + recurring · months',
  },
  net: {
    label: 'Net benefit',
    unit: 'money',
    text: 'Benefit less investment, not discounted.',
    formula: 'benefit − investment',
  },
  npv: {
    label: 'Net present value',
    unit: 'money',
    text: 'What the case is worth today. Before tax, nominal, without anything after the end of the plan.',
    formula: 'Σ −one-off/(1 + r)^(t·y) + (benefit − recurring)/(1 + r)^((t + 1)·y)',
  },
  irr: {
    label: 'Internal rate of return',
    unit: 'sharePerYear',
    text: 'The discount rate at which the case is worth nothing; the lowest of several.',
    formula: 'the annual rate with a net present value of 0',
  },
  payback: {
    label: 'Payback',
    unit: 'months',
    text: 'Months from the start of the first period with investment until what was put in has come back.',
    formula: 'first month in which Σ (benefit − investment) is not negative, linear inside it',
  },
  roi: {
    label: 'Return on investment',
    unit: 'share',
    text: 'Net benefit for each unit of money invested, not discounted.',
    formula: '(benefit − investment)/investment',
  },
  roiDiscounted: {
    label: 'Return on investment, discounted',
    unit: 'share',
    text: 'Net present value for each unit of money invested, in present values.',
    formula: 'NPV/present value of investment',
  },
  peakOutlay: {
    label: 'Most money out',
    unit: 'money',
    text: 'The deepest point of the cumulative net: what has to be financed.',
    formula: '−min(0, Σ (benefit − investment) up to each period)',
  },
});

export interface CaseMeasures {
  readonly benefit: Figure;
  readonly investment: Figure;
  readonly net: Figure;
  readonly npv: Figure;
  readonly irr: Figure;
  readonly payback: Figure;
  readonly roi: Figure;
  readonly roiDiscounted: Figure;
  readonly peakOutlay: Figure;
}

function deepest(net: readonly number[]): number {
  let cumulative = 0;
  let lowest = 0;
  for (const flow of net) {
    cumulative += flow;
    lowest = Math.min(lowest, cumulative);
  }
  return -lowest;
}

/** A figure without a value says why: the plan has no number there, or the question has no answer. */
function whyNone(isComputable: boolean, reason: FigureReason): FigureReason {
  return isComputable ? reason : 'not-computable';
}

/** Everything that a comparison is judged by, each figure with its inputs; where there is no answer, why. */
export function measuresOf(comparison: Comparison, rate: number): CaseMeasures {
  const numbers = caseNumbers(comparison, rate);
  const isComputable = numbers.npv !== null;
  const gained = total(comparison.benefit);
  const invested = total(comparison.investment);
  const benefit = figure('benefit', gained);
  const investment = figure('investment', invested, [
    { label: 'One-off', unit: 'money', value: total(comparison.added.oneOff) },
    { label: 'Recurring', unit: 'money', value: total(comparison.added.recurring) },
  ]);
  const sums = [asInput(benefit), asInput(investment)];
  const rateInput: FigureInput = {
    label: 'Discount rate',
    unit: 'sharePerYear',
    value: rate,
    path: 'discountRate',
  };
  const isInvested = invested > 0;
  const npv = figure('npv', numbers.npv, [...sums, rateInput]);
  const noReturn = isInvested ? undefined : whyNone(isComputable, 'no-investment');
  const payback = numbers.paybackMonths;
  return {
    benefit,
    investment,
    net: figure('net', gained - invested, sums),
    npv,
    irr: figure(
      'irr',
      numbers.irr,
      sums,
      numbers.irr === null ? whyNone(isComputable, 'no-sign-change') : undefined,
    ),
    payback: figure(
      'payback',
      payback,
      sums,
      payback === null
        ? whyNone(isComputable, 'never-pays-back')
        : payback === 0
          ? 'never-negative'
          : undefined,
    ),
    roi: figure('roi', isInvested ? numbers.roi : null, sums, noReturn),
    roiDiscounted: figure(
      'roiDiscounted',
      isInvested ? numbers.roiDiscounted : null,
      [
        asInput(npv),
        {
          label: 'Present value of investment',
          unit: 'money',
          value: investedPresentValue(comparison, rate),
        },
      ],
      noReturn,
    ),
    peakOutlay: figure('peakOutlay', isComputable ? deepest(numbers.net) : null, sums),
  };
}
