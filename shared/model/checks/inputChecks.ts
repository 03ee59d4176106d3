import { usualRange } from '../assumptions/benchmarks.ts';
import { valueIn, periodsWhere, startOf, type Checker, type PlanCheck } from './define.ts';

/** Inputs outside the range that is found elsewhere: a year typed where a month is meant, a share that cannot last. */
export const unusualInputs: Checker = (plan) =>
  [...plan.heads().values()].flatMap((head): readonly PlanCheck[] => {
    const usual = head.kind === 'input' ? usualRange(head.member.dimension, head.name) : undefined;
    // Deflection has a check of its own that says more.
    if (usual === undefined || head.name === 'deflection') return [];
    // Nothing, and all of a share, mean that something is not used.
    const isUnused = (value: number) => value === 0 || (head.unit === 'share' && value === 1);
    const isUnusual = (value: number) => !isUnused(value) && (value < usual.low || value > usual.high);
    const [first] = periodsWhere(plan, (t) => isUnusual(valueIn(plan, head.id, t)));
    if (first === undefined) return [];
    const value = valueIn(plan, head.id, first);
    return [
      {
        kind: 'unusual',
        severity: 'hint',
        subject: head.member.name,
        paths: [head.id],
        at: { id: head.id, period: first },
        values: {
          label: head.label,
          unit: head.unit,
          value,
          low: usual.low,
          high: usual.high,
          source: usual.source,
          date: startOf(plan, first),
        },
      },
    ];
  });
