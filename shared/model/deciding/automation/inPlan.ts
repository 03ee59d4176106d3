import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { createPlan, type Plan, type PlanOptions } from '../../plan.ts';
import type { Initiative, Queue, Scenario } from '../../scenario.ts';
import { type Figure, figuresOf, sumOf } from '../figure.ts';
import { type AutomationInput, type NetDeflection, netDeflection } from './netDeflection.ts';

type Effect = Initiative['effects'][number];

/** What a person says about it beyond what the queue tells: contacts and handle time come from the plan. */
export type AutomationChoice = Omit<AutomationInput, 'contactsPerMonth' | 'ahtSeconds'> &
  Partial<Pick<AutomationInput, 'contactsPerMonth' | 'ahtSeconds'>>;

export interface AutomationPlan {
  readonly queueId: string;
  readonly start: string;
  readonly id: string;
  readonly name?: string;
  readonly oneOff?: number;
  /** How sure the saving is; 1 by default. */
  readonly confidence?: number;
}

const figure = figuresOf('automationPlan', {
  fteSaved: {
    label: 'Required FTE saved',
    unit: 'fte',
    text: 'Required FTE of the plan less those with it, all who will use it using it, on average over the plan.',
    formula: 'mean of required FTE without − required FTE with',
  },
  claimedFte: {
    label: 'FTE saved as it is often claimed',
    unit: 'fte',
    text: 'The same with containment taken as deflection and the handle time left as it is.',
    formula: 'mean of required FTE without − required FTE with deflection = containment',
  },
  rampDifference: {
    label: 'Widest difference while it is adopted',
    unit: 'share',
    text: 'How much of the workload the plan counts too much at half adoption; at full adoption it is exact.',
    formula:
      '(1 − deflection/2) · (1 + (handle time factor − 1)/2) − (workload now + with it)/(2 · workload now)',
  },
});

export interface AutomationInPlan {
  /** What the plan without initiatives says of the queue. */
  readonly present: AutomationPresent;
  readonly net: NetDeflection;
  readonly fteSaved: Figure;
  readonly claimedFte: Figure;
  readonly rampDifference: Figure;
  /** Effects, licence and adoption as an initiative of the plan. */
  readonly initiative: Initiative;
}

const DIGITS = 12;

/** People read and type the value: the last digits of a division are noise there. */
function effect(target: string, op: Effect['op'], value: number, confidence: number): Effect {
  return { target, op, value: Number(value.toPrecision(DIGITS)), confidence };
}

/**
 * Effects that take a share of a queue's contacts away: on its deflection where that is one number, since what is
 * deflected already cannot be deflected again; else on every source of its contacts.
 */
export function contactsLessShare(queue: Queue, share: number, confidence: number): readonly Effect[] {
  const path = `queues.${queue.id}`;
  const { deflection } = queue;
  if (typeof deflection === 'number')
    return [effect(`${path}.deflection`, 'add', share * (1 - deflection), confidence)];
  const rows = queue.demand.flatMap(({ segment }) =>
    (['contactsPerCustomer', 'contactsPerNewCustomer'] as const).map((name) => `demand.${segment}.${name}`),
  );
  return [...rows, 'volume'].map((name) => effect(`${path}.${name}`, 'multiply', 1 - share, confidence));
}

function handleTimeTimes({ id, handleTime }: Queue, factor: number, confidence: number): readonly Effect[] {
  return (['talk', 'hold', 'wrapUp'] as const)
    .filter((part) => handleTime[part] !== 0)
    .map((part) => effect(`queues.${id}.handleTime.${part}`, 'multiply', factor, confidence));
}

/** Effects of net deflection and of the handle time that remains: together they are the workload, exactly. */
export function automationEffects(queue: Queue, net: NetDeflection, confidence = 1): readonly Effect[] {
  return [
    ...contactsLessShare(queue, net.netDeflection.value ?? 0, confidence),
    ...handleTimeTimes(queue, net.ahtFactor.value ?? 1, confidence),
  ];
}

function mean(values: Iterable<number>): number {
  const list = [...values];
  return list.length === 0 ? 0 : sumOf(list) / list.length;
}

/** Contacts per month and mean handle time of a queue. */
export type AutomationPresent = Pick<AutomationInput, 'contactsPerMonth' | 'ahtSeconds'>;

/** What the plan says of the queue, over the whole plan. */
export function automationPresent(plan: Plan, queueId: string): AutomationPresent {
  const offered = plan.column(`queues.${queueId}.offered`);
  const aht = plan.column(`queues.${queueId}.aht`);
  const days = sumOf(plan.graph().context.periods.map((period) => period.days));
  const contacts = sumOf([...offered]);
  return {
    contactsPerMonth: (contacts / days) * (365 / 12),
    ahtSeconds:
      contacts === 0 ? mean(aht) : sumOf([...offered].map((value, t) => value * (aht[t] ?? 0))) / contacts,
  };
}

function fteOf(plan: Plan, scenario: Scenario, effects: readonly Effect[]): Result<number, Fault> {
  const { start } = scenario.calendar;
  const full: Initiative = {
    id: 'automation',
    start,
    rampMonths: 0,
    oneOff: 0,
    recurring: 0,
    effects: [...effects],
  };
  const updated = plan.update({ ...scenario, initiatives: effects.length === 0 ? [] : [full] });
  return updated.ok ? ok(mean(plan.column('plan.requiredFte'))) : updated;
}

function initiativeOf(
  { id, name, start, oneOff = 0 }: AutomationPlan,
  choice: AutomationChoice,
  net: NetDeflection,
  effects: readonly Effect[],
): Initiative {
  return {
    id,
    ...(name === undefined ? {} : { name }),
    start,
    rampMonths: choice.adoptionMonths,
    oneOff,
    recurring: net.costPerMonth.value ?? 0,
    effects: [...effects],
    kpi: 'Net deflection',
    benefitType: 'capacity',
  };
}

/** How far the two effects, each half way, are from half the way of the workload. */
function halfWayDifference(net: NetDeflection): number | null {
  const [before, after] = [net.hoursBefore.value ?? 0, net.hoursAfter.value ?? 0];
  if (before === 0 || net.ahtFactor.value === null) return null;
  const counted = (1 - (net.netDeflection.value ?? 0) / 2) * (1 + (net.ahtFactor.value - 1) / 2);
  return counted - (before + after) / (2 * before);
}

/**
 * Automation of one queue in the plan: net deflection, FTE, and the initiative that carries it. Other initiatives are
 * left out of the FTE.
 *
 * @returns `invalid-input` for impossible shares or a queue that is not there, `invalid-plan` where it does not fit the plan
 */
export function automationInPlan(
  scenario: Scenario,
  about: AutomationPlan,
  choice: AutomationChoice,
  options: PlanOptions = {},
): Result<AutomationInPlan, Fault> {
  const queue = scenario.queues.find(({ id }) => id === about.queueId);
  if (queue === undefined)
    return fault('invalid-input', `There is no queue "${about.queueId}" in this plan.`);
  const bare = { ...scenario, initiatives: [], statusQuoDrift: [] };
  const created = createPlan(bare, options);
  if (!created.ok) return created;
  const plan = created.value;
  const present = automationPresent(plan, queue.id);
  const without = mean(plan.column('plan.requiredFte'));
  const net = netDeflection({ ...present, ...choice });
  if (!net.ok) return net;
  const effects = automationEffects(queue, net.value, about.confidence);
  const real = fteOf(plan, bare, automationEffects(queue, net.value));
  if (!real.ok) return real;
  const claimed = fteOf(plan, bare, contactsLessShare(queue, choice.containedShare, 1));
  if (!claimed.ok) return claimed;
  const before = {
    label: 'Required FTE without',
    unit: 'fte' as const,
    value: without,
    node: 'plan.requiredFte',
  };
  return ok({
    present,
    net: net.value,
    fteSaved: figure('fteSaved', without - real.value, [
      before,
      { label: 'Required FTE with', unit: 'fte', value: real.value },
    ]),
    claimedFte: figure('claimedFte', without - claimed.value, [
      before,
      { label: 'Required FTE as claimed', unit: 'fte', value: claimed.value },
    ]),
    rampDifference: figure('rampDifference', halfWayDifference(net.value)),
    initiative: initiativeOf(about, choice, net.value, effects),
  });
}
