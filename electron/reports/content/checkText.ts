import type { PlanCheck } from '#shared/model/checks/define.ts';
import { type Unit, units } from '#shared/model/units.ts';
import { placeName } from './periods.ts';
import type { ReportSource } from './source.ts';

/** How the figures of checks are shown, by their names; those that differ from check to check are left out. */
const UNITS: Readonly<Record<string, Unit>> = {
  total: 'sharePerMonth',
  goal: 'share',
  worst: 'share',
  highest: 'share',
  lowest: 'share',
  shrinkage: 'share',
  benefits: 'share',
  without: 'share',
  hours: 'hours',
  gap: 'fte',
  agents: 'agents',
  weeks: 'intervals',
  intervals: 'intervals',
  periods: 'intervals',
};

function isUnit(name: string | number | undefined): name is Unit {
  return typeof name === 'string' && Object.hasOwn(units, name);
}

function unitFor({ kind, values }: PlanCheck, name: string): Unit {
  const own = UNITS[name];
  if (own !== undefined) return own;
  if (kind === 'unusual' && isUnit(values['unit'])) return values['unit'];
  return kind === 'unusual-shrinkage' ? 'share' : 'number';
}

function dateText({ plan, words }: ReportSource, start: string): string {
  const period = plan.graph().context.periods.find((one) => one.start === start);
  return period === undefined ? start : placeName(plan, words, 'period', period.index);
}

/** 'Prague: Shrinkage' where the check is about one number. */
function numberName({ plan, words }: ReportSource, id: string): string {
  const head = plan.heads().get(id);
  if (head === undefined) return id;
  const label = words.label(head);
  return head.member.dimension === 'plan' ? label : `${head.member.name}: ${label}`;
}

function namesIn(source: ReportSource, check: PlanCheck): Readonly<Record<string, string>> {
  const { plan, words } = source;
  const { kind, at, subject, values } = check;
  const head = at === undefined ? undefined : plan.heads().get(at.id);
  if (kind === 'calculation-error')
    return { subject: at === undefined ? subject : numberName(source, at.id) };
  if (kind === 'unusual' && head !== undefined) return { subject, label: words.label(head) };
  if (kind === 'handle-time-pressure')
    return { subject, target: numberName(source, String(values['target'])) };
  return { subject };
}

/** A check as a sentence: what it is, what it does, what to do. */
export function checkText(source: ReportSource, check: PlanCheck): string {
  const { words, currency } = source;
  const shown = Object.entries(check.values).map(([name, value]) => {
    if (typeof value === 'number') return [name, words.money(value, unitFor(check, name), currency)] as const;
    return [name, /date$/i.test(name) ? dateText(source, value) : value] as const;
  });
  return words.t('checks', check.kind, { ...Object.fromEntries(shown), ...namesIn(source, check) });
}
