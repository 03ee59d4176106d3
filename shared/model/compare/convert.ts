import type { Scenario } from '../scenario.ts';
import type { Series } from '../series.ts';

/** A series times a rate, in its own form. */
function scaledForm(series: Exclude<Series, number>, rate: number): Series {
  if ('formula' in series) return { formula: `(${series.formula}) * ${rate}` };
  if ('values' in series) return { values: series.values.map((value) => value * rate) };
  if ('growth' in series) return { base: series.base * rate, growth: series.growth };
  if ('steps' in series) {
    const steps = series.steps.map(({ date, value }) => ({ date, value: value * rate }));
    return { base: series.base * rate, steps };
  }
  return { ...series, from: series.from * rate, to: series.to * rate };
}

function scaled(series: Series, rate: number): Series {
  return typeof series === 'number' ? series * rate : scaledForm(series, rate);
}

type Group = Scenario['staffGroups'][number];

function payIn({ pay }: Group, rate: number): Pick<Group, 'pay'> {
  if (pay === undefined) return {};
  const { hourlyWage, annualSalary } = pay;
  return {
    pay: {
      ...pay,
      ...(hourlyWage === undefined ? {} : { hourlyWage: scaled(hourlyWage, rate) }),
      ...(annualSalary === undefined ? {} : { annualSalary: scaled(annualSalary, rate) }),
    },
  };
}

function groupIn(group: Group, rate: number): Group {
  const { costs, support, vendor, hiring } = group;
  return {
    ...group,
    ...payIn(group, rate),
    costs: {
      ...costs,
      costPerHire: costs.costPerHire * rate,
      trainingPerHire: costs.trainingPerHire * rate,
      severancePerLeaver: costs.severancePerLeaver * rate,
      technologyPerSeat: scaled(costs.technologyPerSeat, rate),
      facilityPerSeat: scaled(costs.facilityPerSeat, rate),
    },
    support: support.map((row) => ({ ...row, annualSalary: scaled(row.annualSalary, rate) })),
    ...(vendor === undefined ? {} : { vendor: { ...vendor, price: scaled(vendor.price, rate) } }),
    ...(hiring.mode === 'auto' ? { hiring: { ...hiring, shortagePrice: hiring.shortagePrice * rate } } : {}),
  };
}

/**
 * A scenario with all its money in another currency: same contacts and people, every amount times the rate. Effects of
 * initiatives must have been worked into the inputs before.
 *
 * @param rate units of `currency` for one unit of the scenario's own
 */
export function inCurrency(scenario: Scenario, currency: string, rate: number): Scenario {
  return {
    ...scenario,
    currency,
    segments: scenario.segments.map((segment) => ({
      ...segment,
      revenuePerCustomer: scaled(segment.revenuePerCustomer, rate),
    })),
    queues: scenario.queues.map((queue) => ({
      ...queue,
      telecomPerMinute: scaled(queue.telecomPerMinute, rate),
    })),
    staffGroups: scenario.staffGroups.map((group) => groupIn(group, rate)),
    budgetLines: scenario.budgetLines.map((line) => ({ ...line, perMonth: scaled(line.perMonth, rate) })),
    initiatives: scenario.initiatives.map((initiative) => ({
      ...initiative,
      oneOff: initiative.oneOff * rate,
      recurring: scaled(initiative.recurring, rate),
    })),
  };
}
