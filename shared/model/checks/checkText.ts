import { valueText } from '../explainText.ts';
import { type Unit, unitNames } from '../units.ts';
import type { PlanCheck } from './define.ts';

function number(value: string | number | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function percent(value: string | number | undefined): string {
  return `${(number(value) * 100).toFixed(1)} %`;
}

function unitOf(name: string | number | undefined): Unit {
  return unitNames.find((unit) => unit === name) ?? 'number';
}

/** A check as an English sentence: what it is, what it does, what to do. */
export function checkText({ kind, subject, values }: PlanCheck, currency: string): string {
  switch (kind) {
    case 'calculation-error':
      return `${subject}: ${values['reason']} First in the period from ${values['date']}.`;
    case 'shares':
      return `The shares of "${subject}" add up to ${number(values['total']).toPrecision(6)} from ${values['date']}. They must add up to 1.`;
    case 'overload':
      return `"${subject}" is overloaded in ${values['intervals']} intervals from ${values['date']}: load reaches the agents, so nobody can say what service is. Plan more people, or give the customers' patience so that Erlang A can tell.`;
    case 'goal-missed':
      return `"${subject}" falls short of ${percent(values['goal'])} service level in ${values['periods']} periods, first from ${values['date']}; at worst ${percent(values['worst'])}. Hire, allow overtime, or lower the goal.`;
    case 'abandonment-missed':
      return `"${subject}" loses more than ${percent(values['goal'])} of its contacts in ${values['periods']} periods, first from ${values['date']}; at worst ${percent(values['worst'])}. Hire, allow overtime, or allow more.`;
    case 'backlog':
      return `"${subject}" piles up: up to ${number(values['hours']).toFixed(0)} hours of work are left over in ${values['periods']} periods, first from ${values['date']}, and as little as ${percent(values['lowest'])} is done in time. Hire, raise its priority, or shift work to a partner.`;
    case 'gap':
      return `${subject} is short from ${values['date']}, by up to ${number(values['gap']).toFixed(1)} FTE from ${values['worstDate']}, overtime already counted. Plan hires that are productive by then.`;
    case 'gap-too-late':
      return `${subject} is short from ${values['date']}, by up to ${number(values['gap']).toFixed(1)} FTE, and hires need ${number(values['weeks']).toFixed(0)} weeks until they take contacts: too late for its beginning. Use overtime, a partner, or a lower goal until then.`;
    case 'unusual':
      return `${subject}: ${values['label']} is ${valueText(number(values['value']), unitOf(values['unit']), currency)}; usual is ${valueText(number(values['low']), unitOf(values['unit']), currency)} to ${valueText(number(values['high']), unitOf(values['unit']), currency)} (${values['source']}). Check that month and year, percent and share were not mixed up.`;
    case 'unusual-shrinkage':
      return `${subject}: shrinkage is ${percent(values['value'])}; usual is ${percent(values['low'])} to ${percent(values['high'])} (${values['source']}).`;
    case 'leave-twice':
      return `${subject}: paid leave stands in shrinkage ("${values['leave']}"), and benefits of ${percent(values['benefits'])} look as if they hold it again. Without paid leave and supplemental pay they are about ${percent(values['without'])} (BLS, June 2025).`;
    case 'grossed-up-twice':
      return `${subject}: the factor ${number(values['value']).toPrecision(4)} looks like the shrinkage of ${percent(values['shrinkage'])} once more; the requirement is already divided by 1 − shrinkage.`;
    case 'containment-as-deflection':
      return `"${subject}": deflection reaches ${percent(values['highest'])} from ${values['date']}; 10–25 % is what bots take off for good. If the figure is containment, take off what comes back, and let the handle time of the remaining contacts rise.`;
    case 'saving-not-cash':
      return `"${subject}" counts as cashable, but every group hires by hand: saved time is capacity until planned hires are cancelled or leavers not replaced.`;
    case 'small-queue-rounding':
      return `"${subject}" needs about ${number(values['agents']).toFixed(1)} agents, and every interval is rounded up to whole people. With fractional rounding whole people appear only when hiring.`;
    case 'handle-time-pressure':
      return `"${subject}" rests on pushing talk time down (${values['target']}). Watch first-contact resolution: repeats can eat the saving.`;
  }
}
