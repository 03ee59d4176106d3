import { benchmarkRange } from '../assumptions/benchmarks.ts';
import { GAP_FTE, gapsOf, lateGaps, weeksUntilProductive } from '../hiringGaps.ts';
import { isCounted } from '../initiatives.ts';
import { type Member } from '../members.ts';
import type { Plan } from '../plan.ts';
import type { StaffGroup } from '../scenario.ts';
import { valueIn, periodsWhere, startOf, type Checker, type PlanCheck } from './define.ts';

const PAID_LEAVE = /leave|vacation|holiday|dovolen|concedi|отпуск|假/i;
/** Benefits of private employers with and without paid leave and supplemental pay (BLS ECEC, June 2025). */
const BENEFITS_WITH_LEAVE = 0.3;
const BENEFITS_WITHOUT_LEAVE = 0.258;
const NEAR = 0.02;
const SHRINKAGE = benchmarkRange('shrinkage');

function groupSource(plan: Plan, { id }: Member): StaffGroup | undefined {
  return plan.graph().context.scenario.staffGroups.find((group) => group.id === id);
}

/** A group that is short after overtime, and whether hiring can still close it. */
export const gaps: Checker = (plan) =>
  plan
    .graph()
    .members.of('groups')
    .flatMap((group): readonly PlanCheck[] => {
      const source = groupSource(plan, group);
      const gaps = gapsOf(plan, group.key);
      const short = periodsWhere(plan, (t) => (gaps[t] ?? Number.NaN) > GAP_FTE);
      const [first] = short;
      if (first === undefined || source === undefined) return [];
      const worst = short.reduce((most, t) => ((gaps[t] ?? 0) > (gaps[most] ?? 0) ? t : most), first);
      const values = {
        gap: gaps[worst] ?? Number.NaN,
        date: startOf(plan, first),
        worstDate: startOf(plan, worst),
        periods: short.length,
      };
      const common = {
        subject: group.name,
        at: { id: `${group.key}.surplus`, period: first },
        paths: [`${group.inputKey}.hiring`],
      } as const;
      const needed = weeksUntilProductive(source);
      // Nobody decides before the plan begins; who shows it may know a later today.
      const late = lateGaps(gaps, plan.graph().context.periods, needed, startOf(plan, 0));
      if (!late.includes(first)) return [{ ...common, kind: 'gap', severity: 'warning', values }];
      return [{ ...common, kind: 'gap-too-late', severity: 'warning', values: { ...values, weeks: needed } }];
    });

/** Shrinkage out of the range that is found elsewhere. */
export const unusualShrinkage: Checker = (plan) =>
  plan
    .graph()
    .members.of('groups')
    .flatMap((group) => {
      const id = `${group.key}.shrinkage`;
      const [first] = periodsWhere(
        plan,
        (t) => valueIn(plan, id, t) < SHRINKAGE.low || valueIn(plan, id, t) > SHRINKAGE.high,
      );
      if (first === undefined) return [];
      const value = valueIn(plan, id, first);
      return [
        {
          kind: 'unusual-shrinkage',
          severity: 'hint',
          subject: group.name,
          paths: [`${group.inputKey}.shrinkage`],
          at: { id, period: first },
          values: { value, ...SHRINKAGE },
        },
      ];
    });

/** Paid leave in shrinkage, and benefits so high that they seem to hold it a second time. */
export const leaveTwice: Checker = (plan) =>
  plan
    .graph()
    .members.of('groups')
    .flatMap((group) => {
      const source = groupSource(plan, group);
      const leave = Object.keys(source?.shrinkage.outOfOffice ?? {}).find((name) => PAID_LEAVE.test(name));
      const benefits = source?.pay?.benefitsBurden ?? 0;
      if (
        source === undefined ||
        source.vendor !== undefined ||
        leave === undefined ||
        benefits < BENEFITS_WITH_LEAVE
      )
        return [];
      const path = `${group.inputKey}.pay.benefitsBurden`;
      return [
        {
          kind: 'leave-twice',
          severity: 'warning',
          subject: group.name,
          paths: [path, `${group.inputKey}.shrinkage.outOfOffice.${leave}`],
          at: { id: `${group.key}.cost.benefits`, period: 0 },
          values: { benefits, without: BENEFITS_WITHOUT_LEAVE, leave },
          fix: [{ type: 'setInput', path, value: BENEFITS_WITHOUT_LEAVE }],
        },
      ];
    });

/** A coverage or schedule efficiency that is the shrinkage factor in disguise takes shrinkage twice. */
export const grossedUpTwice: Checker = (plan) =>
  plan
    .graph()
    .members.of('groups')
    .flatMap((group): readonly PlanCheck[] => {
      const source = groupSource(plan, group);
      const shrinkage = valueIn(plan, `${group.key}.shrinkage`, 0);
      if (source === undefined || !(shrinkage > 2 * NEAR)) return [];
      const common = {
        kind: 'grossed-up-twice',
        severity: 'warning',
        subject: group.name,
        at: { id: `${group.key}.requiredFte`, period: 0 },
      } as const;
      const { hiring, scheduleEfficiency } = source;
      const coverage = hiring.mode === 'manual' ? 1 : hiring.coverage;
      if (Math.abs(coverage - 1 / (1 - shrinkage)) < NEAR || Math.abs(coverage - 1 - shrinkage) < NEAR) {
        const path = `${group.inputKey}.hiring.coverage`;
        return [
          {
            ...common,
            paths: [path],
            values: { shrinkage, value: coverage },
            fix: [{ type: 'setInput', path, value: 1 }],
          },
        ];
      }
      if (Math.abs(scheduleEfficiency - (1 - shrinkage)) < NEAR / 2) {
        const path = `${group.inputKey}.scheduleEfficiency`;
        return [
          {
            ...common,
            paths: [path],
            values: { shrinkage, value: scheduleEfficiency },
            fix: [{ type: 'setInput', path, value: 1 }],
          },
        ];
      }
      return [];
    });

const TIME = /handleTime\.(talk|wrapUp|hold)$/;

/** Time saved is cash only when a hire is cancelled or a leaver not replaced; by pushing handle time it may cost resolution. */
export const savings: Checker = (plan) => {
  const scenario = plan.scenario();
  const isManual = scenario.staffGroups.every(({ hiring }) => hiring.mode === 'manual');
  return scenario.initiatives.flatMap((initiative, place): readonly PlanCheck[] => {
    if (!isCounted(initiative)) return [];
    const name = initiative.name ?? initiative.id;
    const isCancelling = (initiative.cancelledHires ?? []).length > 0;
    const cash = {
      kind: 'saving-not-cash',
      severity: 'warning',
      subject: name,
      paths: [`initiatives[${place}].benefitType`],
      values: { type: initiative.benefitType ?? 'cashable' },
    } as const;
    const pressed = initiative.effects.find(
      ({ target, op, value }) =>
        TIME.test(target) &&
        target.endsWith('talk') &&
        (op === 'multiply' ? value < 0.9 : op === 'add' && value < -30),
    );
    return [
      ...(isManual && initiative.benefitType === 'cashable' && !isCancelling ? [cash] : []),
      ...(pressed === undefined
        ? []
        : [
            {
              kind: 'handle-time-pressure',
              severity: 'hint',
              subject: name,
              paths: [pressed.target],
              values: { target: pressed.target },
            } as const,
          ]),
    ];
  });
};
