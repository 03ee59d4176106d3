import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/model/commands.ts';
import type { Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { completedShares, followingCommands, isOnlyShare, shareCommands } from '#shared/model/shares.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { documentOf, sampleFile } from '#test/support/planFigures.ts';

const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);

const anyShares = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 })
  .map((parts) =>
    total(parts) > 1e-300
      ? parts.map((part) => part / total(parts))
      : parts.map((_, at) => (at === 0 ? 1 : 0)),
  );

describe('shares that follow', () => {
  it('keep their proportions in what is left', () => {
    const next = completedShares([0.5, 0.3, 0.2], new Map([[0, 0.75]]));
    expect(next[0]).toBe(0.75);
    expect(next[1]).toBeCloseTo(0.15, 15);
    expect(next[2]).toBeCloseTo(0.1, 15);
  });

  it('take equal parts where they were all nothing, and nothing where nothing is left', () => {
    expect(completedShares([1, 0, 0], new Map([[0, 0.5]]))).toEqual([0.5, 0.25, 0.25]);
    expect(completedShares([0.2, 0.5, 0.3], new Map([[0, 1]]))).toEqual([1, 0, 0]);
  });

  it('are left alone where all are given', () => {
    const given = new Map([
      [0, 0.5],
      [1, 0.4],
    ]);
    expect(completedShares([0.2, 0.8], given)).toEqual([0.5, 0.4]);
  });

  it('property: add up to 1 within 1e-12, stay shares, and what was given stays as it is', () => {
    const cases = anyShares.chain((shares) =>
      fc.tuple(
        fc.constant(shares),
        fc.nat({ max: shares.length - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(cases, ([shares, place, share]) => {
        const next = completedShares(shares, new Map([[place, share]]));
        expect(next[place]).toBe(share);
        expect(Math.abs(total(next) - 1)).toBeLessThanOrEqual(1e-12);
        expect(next.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });

  it('property: a chain of edits of single shares never loses the whole', () => {
    const edits = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(edits, (chain) => {
        let shares: readonly number[] = [0.25, 0.25, 0.25, 0.25];
        for (const [place, share] of chain) shares = completedShares(shares, new Map([[place, share]]));
        expect(Math.abs(total(shares) - 1)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });
});

const document = documentOf(sampleFile);
const prague = 'staffGroups.prague.queues.partners.share';
const partner = 'staffGroups.partner.queues.partners.share';

function applied(start: ScenarioDocument, commands: readonly Command[]): ScenarioDocument {
  let next = start;
  for (const command of commands) {
    const result = applyCommand(next, command);
    if (!result.ok) throw new Error(result.fault.message);
    next = result.value.next;
  }
  return next;
}

describe('an edit of a share', () => {
  it('changes the other group of the queue in the same periods only, and the plan stays possible', () => {
    const commands = shareCommands(document, [
      { path: prague, period: 2, share: 0.7 },
      { path: prague, period: 3, share: 0.8 },
    ]);
    const next = applied(document, commands);
    expect(validateScenario(next).ok).toBe(true);
    expect(inputAt(next, `${prague}.values`)).toMatchObject({ 1: 0.6, 2: 0.7, 3: 0.8, 4: 0.6 });
    const other = inputAt(next, `${partner}.values`);
    expect(other).toMatchObject({ 1: 0.4, 4: 0.4 });
    expect(other).toMatchObject({ 2: expect.closeTo(0.3, 12), 3: expect.closeTo(0.2, 12) });
    expect(commands).toHaveLength(2);
  });

  it('of all groups at once takes them as they are', () => {
    const commands = shareCommands(document, [
      { path: prague, period: 0, share: 0.1 },
      { path: partner, period: 0, share: 0.9 },
    ]);
    expect(commands).toEqual([
      { type: 'setPeriods', path: prague, from: 0, values: [0.1] },
      { type: 'setPeriods', path: partner, from: 0, values: [0.9] },
    ]);
  });

  it('leaves a share alone that is a formula', () => {
    const rest = applied(document, [
      { type: 'setInput', path: partner, value: { formula: `1 - ${prague}` } },
    ]);
    expect(shareCommands(rest, [{ path: prague, period: 0, share: 0.5 }])).toEqual([
      { type: 'setPeriods', path: prague, from: 0, values: [0.5] },
    ]);
  });

  it('means nothing where one group serves the queue', () => {
    expect(isOnlyShare(document, 'staffGroups.prague.queues.chat.share')).toBe(true);
    expect(isOnlyShare(document, prague)).toBe(false);
    expect(isOnlyShare(document, 'staffGroups.prague.attrition')).toBe(false);
  });
});

describe('a share that runs over the plan in a form of its own', () => {
  const document = documentOf(sampleFile);
  const shared = (document.staffGroups ?? []).flatMap(({ id, queues }) =>
    queues.map((route) => `staffGroups.${id}.queues.${route.id}.share`),
  );
  const path = shared.find((one) => !isOnlyShare(document, one)) ?? '';
  const { start } = document.calendar;
  const ramp = { from: 0.2, to: 0.9, fromDate: start, toDate: `${Number(start.slice(0, 4)) + 1}-06-01` };

  it('takes the other groups along, so that all add up to 1 in every period', () => {
    const others = followingCommands(document, path, ramp);
    expect(others.length).toBeGreaterThan(0);
    const own: Command = { type: 'setInput', path, value: ramp };
    let next: ScenarioDocument = document;
    for (const command of [...others, own]) {
      const applied = applyCommand(next, command);
      if (!applied.ok) throw new Error(applied.fault.message);
      next = applied.value.next;
    }
    expect(inputAt(next, path)).toEqual(ramp);
    expect(validateScenario(next).ok).toBe(true);
    const alone = applyCommand(document, own);
    expect(alone.ok && validateScenario(alone.value.next).ok).toBe(false);
  });

  it('asks nothing of inputs that are no share', () => {
    expect(followingCommands(document, 'segments.smb.deals', 4)).toEqual([]);
  });
});
