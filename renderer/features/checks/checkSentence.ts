import type { TFunction } from 'i18next';
import type { PlanCheck } from '#shared/model/checks/define.ts';
import type { ViewMember } from '#shared/model/planView.ts';
import { type Unit, units } from '#shared/model/units.ts';
import { figureErrorAt, formatOf, lineLabel, type PlanFigures } from '#renderer/state/figures.ts';
import { periodName } from '#renderer/state/periodName.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { modelText, ownerFirst } from '#renderer/state/modelText.ts';
import { formatNumber, type NumberFormat } from '#renderer/ui/numbers.ts';

const share: NumberFormat = { style: 'percent', digits: 1 };
const people: NumberFormat = { style: 'number', digits: 1 };
const whole: NumberFormat = { style: 'integer' };

/** How the figures of checks are shown, by their names; those that differ from check to check are left out. */
const formats: Readonly<Record<string, NumberFormat>> = {
  total: { style: 'percent', digits: 3 },
  goal: share,
  worst: share,
  highest: share,
  lowest: share,
  hours: whole,
  shrinkage: share,
  benefits: share,
  without: share,
  gap: people,
  agents: people,
  weeks: whole,
  intervals: whole,
  periods: whole,
};

function isUnit(name: string | number | undefined): name is Unit {
  return typeof name === 'string' && Object.hasOwn(units, name);
}

/** The inputs that a check compares with what is usual have a unit of their own. */
function formatFor({ kind, values }: PlanCheck, name: string, currency: string): NumberFormat {
  const own = formats[name];
  if (own !== undefined) return own;
  if (kind === 'unusual' && isUnit(values['unit'])) return formatOf(values['unit'], currency);
  return kind === 'unusual-shrinkage' ? share : { style: 'number', digits: 2 };
}

function dateText(figures: PlanFigures, start: string): string {
  const period = figures.structure.periods.find((one) => one.start === start);
  return period === undefined ? start : periodName(figures, 'period', period.index);
}

function labelOf({ nodes }: PlanFigures, id: string): string {
  const node = nodes.get(id);
  return node === undefined ? id : lineLabel(node);
}

/** Whose number it is and which: 'Prague: Shrinkage'. */
function nameOf(figures: PlanFigures, id: string): string {
  const key = figures.nodes.get(id)?.memberKey;
  const member = figures.structure.members.find((one) => one.key === key);
  const label = labelOf(figures, id);
  return member === undefined || member.dimension === 'plan' ? label : ownerFirst(member.name, label);
}

/** The words of a check that come from the plan or the engine, said as the rest of the screen says them. */
function words(check: PlanCheck, figures: PlanFigures): Readonly<Record<string, string>> {
  const { kind, at, subject, values } = check;
  if (kind === 'calculation-error' && at !== undefined) {
    const error = figureErrorAt(figures, at.id, at.period, 'period');
    const reason = error === undefined ? String(values['reason']) : figures.texts.errorReason(error);
    return { subject: nameOf(figures, at.id), reason };
  }
  if (kind === 'unusual' && at !== undefined) return { subject, label: labelOf(figures, at.id) };
  if (kind === 'handle-time-pressure') {
    return { subject, target: nameOf(figures, String(values['target'])) };
  }
  return { subject };
}

/** A check as a sentence: what it is, what it does, what to do. */
export function checkSentence(check: PlanCheck, figures: PlanFigures, t: TFunction): string {
  const { kind, values } = check;
  const { currency } = figures.structure;
  const shown = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number')
      return [name, formatNumber(value, formatFor(check, name, currency), figures.locale)] as const;
    return [name, /date$/i.test(name) ? dateText(figures, value) : modelText(value)] as const;
  });
  const count = Number(values['intervals'] ?? values['periods'] ?? 0);
  return t(`checks.kind.${kind}`, { ...Object.fromEntries(shown), ...words(check, figures), count });
}

/** The group that a check is about. */
export function groupOf({ at }: PlanCheck, { nodes, structure }: PlanFigures): ViewMember | undefined {
  const key = at === undefined ? undefined : nodes.get(at.id)?.memberKey;
  return structure.members.find((member) => member.key === key && member.dimension === 'groups');
}

/** Where to look: the number that shows it, or else the input that it is about; null where no screen has either. */
export function placeOf(check: PlanCheck, { nodes }: Pick<PlanFigures, 'nodes'>): NumberPlace | null {
  const { at, paths } = check;
  if (at !== undefined && nodes.has(at.id)) return { id: at.id, place: at.period, grain: 'period' };
  const id = paths.find((path) => nodes.has(path));
  return id === undefined ? null : { id, place: 0, grain: 'period' };
}
