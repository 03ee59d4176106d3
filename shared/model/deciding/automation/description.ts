import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Command } from '../../commands.ts';
import type { Automation } from '../../decidingSchemas.ts';
import { isJson } from '../../commands.ts';
import type { Initiative, Scenario } from '../../scenario.ts';
import { type AutomationChoice, automationEffects, type AutomationPresent } from './inPlan.ts';
import { netDeflection } from './netDeflection.ts';

type Effect = Initiative['effects'][number];

/** What follows from the description of an automation: what it changes in the plan, and what it costs a month. */
export interface AutomationResult {
  /** The effects of the initiative, those that have nothing to do with the automation among them. */
  readonly effects: readonly Effect[];
  readonly recurring: number;
}

/** What stands in the plan's place where a person says otherwise; the ramp of the initiative is the adoption. */
export function choiceOf(
  { rampMonths }: Pick<Initiative, 'rampMonths'>,
  about: Automation,
): AutomationChoice {
  const { queue: _, confidence: _confidence, contactsPerMonth, ahtSeconds, ...rest } = about;
  return {
    ...rest,
    adoptionMonths: rampMonths,
    ...(contactsPerMonth === undefined ? {} : { contactsPerMonth }),
    ...(ahtSeconds === undefined ? {} : { ahtSeconds }),
  };
}

/** True for an effect that an automation of the queue makes: on its contacts or its handle time. */
function isOfAutomation(queueId: string, { target }: Effect): boolean {
  const inside = target.startsWith(`queues.${queueId}.`) ? target.slice(`queues.${queueId}.`.length) : '';
  return inside === 'deflection' || inside === 'volume' || /^(?:handleTime|demand)\./.test(inside);
}

/**
 * The effects and the running cost that a description comes to.
 *
 * @param present contacts and handle time of the queue as the plan has them without initiatives
 * @returns `invalid-input` for impossible shares, or a queue that is not in the plan
 */
export function automationResult(
  scenario: Scenario,
  initiative: Initiative,
  about: Automation,
  present: AutomationPresent,
): Result<AutomationResult, Fault> {
  const queue = scenario.queues.find(({ id }) => id === about.queue);
  if (queue === undefined) return fault('invalid-input', `There is no queue "${about.queue}" in this plan.`);
  const net = netDeflection({ ...present, ...choiceOf(initiative, about) });
  if (!net.ok) return net;
  const before = initiative.automation?.queue ?? about.queue;
  const others = initiative.effects.filter(
    (effect) => !isOfAutomation(before, effect) && !isOfAutomation(about.queue, effect),
  );
  return ok({
    effects: [...automationEffects(queue, net.value, about.confidence), ...others],
    recurring: net.value.costPerMonth.value ?? 0,
  });
}

/** Handle time and contacts of a plan move a little with every edit; below this share nobody has to work it out again. */
const NEAR = 1e-3;

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= NEAR * Math.max(1, Math.abs(one), Math.abs(other));
}

/** True while what the initiative does in the plan is what its automation comes to. */
export function isAsDescribed(initiative: Initiative, { effects, recurring }: AutomationResult): boolean {
  const stored = initiative.effects;
  const isSame = (effect: Effect): boolean =>
    stored.some(
      ({ target, op, value, confidence }) =>
        target === effect.target &&
        op === effect.op &&
        isNear(value, effect.value) &&
        isNear(confidence, effect.confidence),
    );
  return (
    typeof initiative.recurring === 'number' &&
    isNear(initiative.recurring, recurring) &&
    stored.length === effects.length &&
    effects.every(isSame)
  );
}

/** What a person changes about an automation; an optional number goes back to the plan's with undefined. */
export type AutomationChange = { readonly [K in keyof Automation]?: Automation[K] | undefined };

function set(path: string, value: unknown): Command {
  return isJson(value) ? { type: 'setInput', path, value } : { type: 'setInput', path };
}

/**
 * A change of the description together with the effects and the cost that follow from it, as one step. Without a change
 * effects and cost are worked out again for the plan as it is.
 *
 * @returns `invalid-input` where the description is not possible
 */
export function automationCommands(
  scenario: Scenario,
  initiative: Initiative,
  present: AutomationPresent,
  change: AutomationChange = {},
): Result<readonly Command[], Fault> {
  const { automation } = initiative;
  if (automation === undefined) return fault('invalid-input', `"${initiative.id}" describes no automation.`);
  const { contactsPerMonth, ahtSeconds, ...rest } = { ...automation, ...change };
  const about: Automation = {
    ...automation,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    contactsPerMonth,
    ahtSeconds,
  };
  const found = automationResult(scenario, initiative, about, present);
  if (!found.ok) return found;
  const root = `initiatives.${initiative.id}`;
  const { effects, recurring } = found.value;
  return ok([
    ...Object.entries(change).map(([name, value]) => set(`${root}.automation.${name}`, value)),
    ...(JSON.stringify(effects) === JSON.stringify(initiative.effects)
      ? []
      : [set(`${root}.effects`, effects)]),
    ...(initiative.recurring === recurring ? [] : [set(`${root}.recurring`, recurring)]),
  ]);
}
