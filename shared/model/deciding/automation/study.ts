import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Automation } from '../../decidingSchemas.ts';
import { firstAffected, rampShare } from '../../initiatives.ts';
import { type Period, periodsOf, yearFraction } from '../../periods.ts';
import { createPlan, type Plan, type PlanOptions } from '../../plan.ts';
import type { Initiative, Scenario } from '../../scenario.ts';
import { type Figure, type FigureInput, figuresOf, finite, meanOf, sumOf } from '../figure.ts';
import { automationResult, choiceOf, isAsDescribed } from './description.ts';
import { type AutomationInPlan, automationInPlan } from './inPlan.ts';

const figure = figuresOf('automationStudy', {
  contacts: {
    label: 'Contacts that reach agents',
    unit: 'contacts',
    text: 'Contacts of the queue in this period with the automation as far as it is adopted, by its confidence.',
    formula: 'offered contacts of the plan with this initiative alone',
  },
  aht: {
    label: 'Handle time that remains',
    unit: 'seconds',
    text: 'Mean handle time of the contacts that still reach agents: easy ones leave first, so it rises.',
    formula: 'handle time of the plan with this initiative alone',
  },
  hoursSaved: {
    label: 'Workload saved',
    unit: 'hours',
    text: 'Handling hours of the queue without the automation less those with it.',
    formula: 'contacts · handle time/3600 without − with',
  },
  fteSaved: {
    label: 'Required FTE saved',
    unit: 'fte',
    text: 'Required FTE of the plan without the automation less those with it, as far as it is adopted.',
    formula: 'required FTE without − with',
  },
  hoursSavedInPlan: {
    label: 'Workload saved over the plan',
    unit: 'hours',
    text: 'Handling hours saved in all periods together, the adoption included.',
    formula: 'Σ workload saved',
  },
  fteSavedInPlan: {
    label: 'Required FTE saved from its start',
    unit: 'fte',
    text: 'Required FTE saved on average from the period in which it begins, the adoption included.',
    formula: 'mean of required FTE saved from its first period on',
  },
  costInPlan: {
    label: 'Cost over the plan',
    unit: 'money',
    text: 'One-off cost, licence and conversations from its first period to the end of the plan.',
    formula: 'one-off cost + Σ running cost per month · months',
  },
  costPerHourInPlan: {
    label: 'Cost per hour saved over the plan',
    unit: 'moneyPerHour',
    text: 'What an hour of handling that is not needed costs over the plan, the adoption included.',
    formula: 'cost over the plan/workload saved over the plan',
  },
});

/** One period of the plan without the automation and with it. */
export interface AutomationPeriod {
  readonly start: string;
  /** How far those who will use it do, at the end of the period. */
  readonly adoption: number;
  readonly contactsBefore: number | null;
  readonly ahtBefore: number | null;
  readonly hoursBefore: number | null;
  readonly hoursAfter: number | null;
  readonly fteBefore: number | null;
  readonly fteAfter: number | null;
  readonly contacts: Figure;
  readonly aht: Figure;
  readonly hoursSaved: Figure;
  readonly fteSaved: Figure;
}

/** An automation from what its vendor says to what the plan gets of it. */
export interface AutomationStudy extends AutomationInPlan {
  readonly id: string;
  readonly name: string;
  readonly queueId: string;
  readonly queueName: string;
  readonly about: Automation;
  /** False where effects or cost of the initiative are not what the description comes to in this plan. */
  readonly isCurrent: boolean;
  readonly hoursSavedInPlan: Figure;
  readonly fteSavedInPlan: Figure;
  readonly costInPlan: Figure;
  readonly costPerHourInPlan: Figure;
  readonly periods: readonly AutomationPeriod[];
}

interface Side {
  readonly contacts: readonly number[];
  readonly aht: readonly number[];
  readonly hours: readonly number[];
  readonly fte: readonly number[];
  readonly investment: readonly number[];
}

function sideOf(plan: Plan, queueId: string): Side {
  const contacts = [...plan.column(`queues.${queueId}.offered`)];
  const aht = [...plan.column(`queues.${queueId}.aht`)];
  return {
    contacts,
    aht,
    hours: contacts.map((value, t) => (value * (aht[t] ?? Number.NaN)) / 3600),
    fte: [...plan.column('plan.requiredFte')],
    investment: [...plan.column('plan.investment')],
  };
}

/** The plan without initiatives, and with this one alone. */
function sides(
  scenario: Scenario,
  initiative: Initiative,
  queueId: string,
  options: PlanOptions,
): Result<readonly [before: Side, after: Side], Fault> {
  const created = createPlan({ ...scenario, initiatives: [], statusQuoDrift: [] }, options);
  if (!created.ok) return created;
  const before = sideOf(created.value, queueId);
  const updated = created.value.update({ ...scenario, initiatives: [initiative], statusQuoDrift: [] });
  return updated.ok ? ok([before, sideOf(created.value, queueId)]) : updated;
}

function input(
  label: string,
  unit: FigureInput['unit'],
  value: number | undefined,
  node?: string,
): FigureInput {
  return { label, unit, value: value ?? null, ...(node === undefined ? {} : { node }) };
}

function periodRow(
  { scenario, initiative, queueId, before, after }: Sides,
  { start, index: t }: Period,
  periods: readonly Period[],
): AutomationPeriod {
  const at = (values: readonly number[]) => values[t] ?? Number.NaN;
  const [hoursBefore, hoursAfter] = [at(before.hours), at(after.hours)];
  const [fteBefore, fteAfter] = [at(before.fte), at(after.fte)];
  return {
    start,
    adoption: rampShare(initiative, periods, t, yearFraction(scenario.calendar.grain)),
    contactsBefore: finite(at(before.contacts)),
    ahtBefore: finite(at(before.aht)),
    hoursBefore: finite(hoursBefore),
    hoursAfter: finite(hoursAfter),
    fteBefore: finite(fteBefore),
    fteAfter: finite(fteAfter),
    contacts: figure('contacts', at(after.contacts), [
      input('Contacts without it', 'contacts', at(before.contacts), `queues.${queueId}.offered`),
    ]),
    aht: figure('aht', at(after.aht), [
      input('Handle time without it', 'seconds', at(before.aht), `queues.${queueId}.aht`),
    ]),
    hoursSaved: figure('hoursSaved', hoursBefore - hoursAfter, [
      input('Workload without it', 'hours', hoursBefore),
      input('Workload with it', 'hours', hoursAfter),
    ]),
    fteSaved: figure('fteSaved', fteBefore - fteAfter, [
      input('Required FTE without', 'fte', fteBefore, 'plan.requiredFte'),
      input('Required FTE with', 'fte', fteAfter),
    ]),
  };
}

interface Sides {
  readonly scenario: Scenario;
  readonly initiative: Initiative;
  readonly queueId: string;
  readonly before: Side;
  readonly after: Side;
}

type InPlan = 'hoursSavedInPlan' | 'fteSavedInPlan' | 'costInPlan' | 'costPerHourInPlan';

function wholePlan(
  { initiative, before, after }: Sides,
  periods: readonly Period[],
): Pick<AutomationStudy, InPlan> {
  const first = firstAffected(initiative, periods);
  const hours = sumOf(before.hours) - sumOf(after.hours);
  const fte = before.fte.map((value, t) => value - (after.fte[t] ?? Number.NaN)).slice(first);
  const cost = sumOf(after.investment);
  const hoursSavedInPlan = figure('hoursSavedInPlan', hours, [
    input('Workload without it', 'hours', sumOf(before.hours)),
    input('Workload with it', 'hours', sumOf(after.hours)),
  ]);
  const costInPlan = figure('costInPlan', cost, [input('One-off cost', 'money', initiative.oneOff)]);
  const isNone = !(hours > 0);
  return {
    hoursSavedInPlan,
    fteSavedInPlan: figure(
      'fteSavedInPlan',
      fte.length === 0 ? 0 : meanOf(fte),
      [],
      fte.length === 0 ? 'starts-after-plan' : undefined,
    ),
    costInPlan,
    costPerHourInPlan: figure(
      'costPerHourInPlan',
      isNone ? null : cost / hours,
      [input('Cost over the plan', 'money', cost), input('Workload saved over the plan', 'hours', hours)],
      isNone ? 'nothing-to-divide' : undefined,
    ),
  };
}

/**
 * What the automation of an initiative comes to: as its vendor counts it, as it really is at full adoption, and period by
 * period in the plan without any other initiative.
 *
 * @returns undefined where the initiative describes none; `invalid-input` for impossible shares, `invalid-plan` where it
 * does not fit the plan
 */
export function automationStudy(
  scenario: Scenario,
  given: Initiative,
  options: PlanOptions = {},
): Result<AutomationStudy | undefined, Fault> {
  const { automation: about } = given;
  if (about === undefined) return ok(undefined);
  const queue = scenario.queues.find(({ id }) => id === about.queue);
  if (queue === undefined) return fault('invalid-input', `There is no queue "${about.queue}" in this plan.`);
  const initiative: Initiative = { ...given, isCounted: undefined, cancelledHires: undefined };
  const { id, name = id, start, oneOff } = initiative;
  const inPlan = automationInPlan(
    scenario,
    { queueId: queue.id, start, id, name, oneOff, confidence: about.confidence },
    choiceOf(initiative, about),
    options,
  );
  if (!inPlan.ok) return inPlan;
  const described = automationResult(scenario, initiative, about, inPlan.value.present);
  if (!described.ok) return described;
  const found = sides(scenario, initiative, queue.id, options);
  if (!found.ok) return found;
  const [before, after] = found.value;
  const both: Sides = { scenario, initiative, queueId: queue.id, before, after };
  const periods = periodsOf(scenario.calendar);
  return ok({
    ...inPlan.value,
    id,
    name,
    queueId: queue.id,
    queueName: queue.name ?? queue.id,
    about,
    isCurrent: isAsDescribed(initiative, described.value),
    ...wholePlan(both, periods),
    periods: periods.map((period) => periodRow(both, period, periods)),
  });
}
