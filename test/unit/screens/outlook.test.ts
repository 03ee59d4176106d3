import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outlookOf } from '#renderer/features/people/outlook.ts';

const nobody = { hires: [0, 0, 0, 0], leavers: [0, 0, 0, 0], overtime: [0, 0, 0, 0] };

it('finds the first and the worst gap that overtime does not close', () => {
  const outlook = outlookOf({
    required: [10, 12, 11, 15],
    effective: [10, 10, 10, 10],
    overtime: [0, 0.5, 1, 0.5],
    hires: [1, 0, 2, 0],
    leavers: [0.25, 0.25, 0.25, 0.25],
  });
  expect(outlook).toEqual({
    shortPeriods: 2,
    isShortToTheEnd: false,
    first: { period: 1, fte: 1.5 },
    worst: { period: 3, fte: 4.5 },
    mostOvertime: 1,
    starts: 3,
    leavers: 1,
    hasErrors: false,
  });
});

it('says when a group is short from some period to the end', () => {
  const outlook = outlookOf({ ...nobody, required: [10, 10, 11, 12], effective: [10, 10, 10, 10] });
  expect(outlook.isShortToTheEnd).toBe(true);
  expect(outlook.first).toEqual({ period: 2, fte: 1 });
});

it('takes a gap that nobody would see for none, and an unknown requirement for an error', () => {
  const close = outlookOf({ ...nobody, required: [10.04, 10, 10, 10], effective: [10, 10, 10, 10] });
  expect(close.shortPeriods).toBe(0);
  expect(close.first).toBeUndefined();
  const broken = outlookOf({ ...nobody, required: [10, null, 10, 10], effective: [10, 10, 10, 10] });
  expect(broken.hasErrors).toBe(true);
});

it('never reports a gap where effective staff covers the requirement, and always where it does not', () => {
  const fte = fc.double({ min: 0, max: 500, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(fte, fte), { minLength: 1, maxLength: 24 }), (pairs) => {
      const zeros = pairs.map(() => 0);
      const outlook = outlookOf({
        required: pairs.map(([required]) => required),
        effective: pairs.map(([, effective]) => effective),
        overtime: zeros,
        hires: zeros,
        leavers: zeros,
      });
      const short = pairs.filter(([required, effective]) => required - effective >= 0.05).length;
      expect(outlook.shortPeriods).toBe(short);
      expect(outlook.worst === undefined).toBe(short === 0);
    }),
  );
});
