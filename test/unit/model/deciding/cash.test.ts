import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCase } from '#shared/model/businessCase.ts';
import { applyCommand } from '#shared/model/commands.ts';
import { hiresToCancel } from '#shared/model/deciding/case/cancelling.ts';
import { cashRelease } from '#shared/model/deciding/case/cash.ts';
import { type CaseStudy, createCaseStudy } from '#shared/model/deciding/case/study.ts';
import { tracking } from '#shared/model/deciding/case/tracking.ts';
import { delayed } from '#shared/model/delayedInitiatives.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Initiative, Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { checked, manualCase, valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const scenario = manualCase();
const study = valueOf(createCaseStudy(scenario));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function releaseOf(one: CaseStudy, id: string, isWhole = true) {
  const found = valueOf(cashRelease(one, id, { isWhole }));
  if (found === undefined) throw new Error(`There is no initiative "${id}"`);
  return found;
}

function caseOf(one: Scenario) {
  const found = valueOf(businessCase(one));
  if (found === undefined) throw new Error('There is no case');
  return found;
}

describe('making saved time cash', () => {
  const release = releaseOf(study, 'summaries');

  it('cancels whole hires that are planned, none before it frees anything', () => {
    expect(release.condition).toBe('cancel-hires');
    const hires = release.groups.flatMap((group) => group.hires);
    expect(hires.length).toBeGreaterThan(0);
    for (const { people, date, isClass } of hires) {
      expect(people).toBe(Math.round(people));
      expect(people).toBeLessThanOrEqual(isClass ? 6 : 3);
      expect(date >= '2027-03-01').toBe(true);
    }
    expect(release.people.value).toBe(sum(hires.map(({ people }) => people)));
  });

  it('leaves no period shorter than without the initiative, but for what churn feeds back', () => {
    expect(release.worstShortfallFte).toBeLessThan(0.02);
    expect(release.groups[0]?.capacityLeft.value).toBeGreaterThan(0);
  });

  it('leaves less as capacity and saves more where people may be cut into fractions', () => {
    const exact = releaseOf(study, 'summaries', false);
    expect(exact.saving.value).toBeGreaterThan(release.saving.value ?? Number.NaN);
    expect(exact.groups[0]?.capacityLeft.value).toBeLessThan(release.groups[0]?.capacityLeft.value ?? 0);
    expect(exact.worstShortfallFte).toBeLessThan(0.02);
  });

  it('does it by commands, after which the case holds the saving', () => {
    const document: ScenarioDocument = scenario;
    const changed = release.commands.reduce(
      (next, command) => valueOf(applyCommand(next, command)).next,
      document,
    );
    const next = checked(changed);
    const one = next.initiatives.find(({ id }) => id === 'summaries');
    expect(one?.benefitType).toBe('cashable');
    expect(one?.cancelledHires?.length).toBeGreaterThan(0);
    const alone = (whole: Scenario) =>
      caseOf({ ...whole, initiatives: whole.initiatives.filter(({ id }) => id === 'summaries') });
    const gained = (alone(next).npv ?? Number.NaN) - (alone(scenario).npv ?? Number.NaN);
    expect(gained).toBeCloseTo(release.savingNpv.value ?? Number.NaN, 2);
    expect(gained).toBeGreaterThan(0);
  });

  it('asks for the same hires when it was made cash before', () => {
    const changed = release.commands.reduce<ScenarioDocument>(
      (next, command) => valueOf(applyCommand(next, command)).next,
      scenario,
    );
    const again = releaseOf(valueOf(createCaseStudy(checked(changed))), 'summaries');
    expect(again.commands).toEqual(release.commands);
  });

  it('takes no hire near the end for free, who would have counted only after it', () => {
    const late = release.groups.flatMap((group) => group.hires).filter(({ date }) => date >= '2029-10-01');
    expect(sum(late.map(({ people }) => people))).toBeLessThanOrEqual(2);
  });

  it('lets hires that follow the requirement follow it, and lists those not made', () => {
    const following = valueOf(createCaseStudy(referenceScenario('businessCase')));
    const found = releaseOf(following, 'portal');
    expect(found.condition).toBe('hires-follow');
    expect(found.commands).toEqual([]);
    expect(sum(found.groups.flatMap((group) => group.hires).map(({ people }) => people))).toBeGreaterThan(0);
  });

  it('says so when no hire is left, or nobody is freed', () => {
    const nobody = scenario.staffGroups.map((group) => ({
      ...group,
      hiring: { mode: 'manual' as const, perMonth: 0, classes: [] },
    }));
    const empty = valueOf(createCaseStudy({ ...scenario, staffGroups: nobody }));
    expect(releaseOf(empty, 'summaries').condition).toBe('no-hires-left');
    const idle = scenario.initiatives.map((one) => ({ ...one, effects: [] }));
    const still = valueOf(createCaseStudy({ ...scenario, initiatives: idle }));
    expect(releaseOf(still, 'summaries').condition).toBe('frees-nothing');
  });

  it('never asks for more than is freed', () => {
    const periods = { minLength: 6, maxLength: 6 };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), periods),
        fc.array(fc.double({ min: -1, max: 12, noNaN: true }), periods),
        fc.boolean(),
        (hires, freed, isWhole) => {
          const effect = (k: number) => freed.map((_, t) => (t < k ? 0 : t === k ? 0.3 : 0.97 ** (t - k)));
          const found = hiresToCancel(hires, freed, effect, isWhole);
          freed.forEach((fte, t) => {
            const used = sum(found.map(({ period, people }) => people * (effect(period)[t] ?? 0)));
            expect(used).toBeLessThanOrEqual(Math.max(0, fte) + 1e-8);
          });
          for (const { period, people } of found) expect(people).toBeLessThanOrEqual(hires[period] ?? 0);
        },
      ),
    );
  });
});

describe('cancelled hires in the plan', () => {
  const cancelling = (people: number, date = '2027-09-20', group = 'agents'): unknown => ({
    ...scenario,
    initiatives: scenario.initiatives.map((one, at) =>
      at === 0 ? { ...one, cancelledHires: [{ group, date, people }] } : one,
    ),
  });

  it('come off the class first, then off the hires of the month', () => {
    const plan = valueOf(createPlan(checked(cancelling(7))));
    expect(plan.column('groups.agents.classStarts')[8]).toBe(0);
    expect(plan.column('groups.agents.hires')[8]).toBe(2);
    expect(plan.column('groups.agents.hires')[7]).toBe(3);
  });

  it.each([
    ['more than are planned', cancelling(10), 'at most the 9 hires planned there'],
    ['a date outside the plan', cancelling(1, '2031-01-01'), 'a date inside the plan'],
    [
      'a group that is not there',
      cancelling(1, '2027-09-20', 'nobody'),
      'a group whose hires are planned by hand',
    ],
  ])('%s is refused with path and what is expected', (_name, document, expected) => {
    const refused = validateScenario(document);
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(refused.fault.problems).toEqual([
      expect.objectContaining({ path: 'initiatives.summaries.cancelledHires[0]', expected }),
    ]);
  });

  it('move with a start that is later, as far as hires are planned there', () => {
    const [first] = checked(cancelling(9)).initiatives;
    if (first === undefined) throw new Error('There is an initiative');
    const [later] = delayed(scenario, [first], 2);
    expect(later?.start).toBe('2027-06-01');
    expect(later?.cancelledHires).toEqual([{ group: 'agents', date: '2027-11-20', people: 3 }]);
  });
});

describe('promised against actual', () => {
  const tracked = (change: Partial<Initiative>) => {
    const initiatives = scenario.initiatives.map((one, at) => (at === 0 ? { ...one, ...change } : one));
    const [found] = tracking(valueOf(createCaseStudy({ ...scenario, initiatives })));
    if (found === undefined) throw new Error('There is a tracking');
    return found;
  };

  it('takes what the first effect does to its input as the promise', () => {
    const found = tracked({
      tracking: [
        { date: '2027-02-10', value: 61 },
        { date: '2027-09-10', value: 40.8 },
        { date: '2027-12-10', value: 52, note: 'After the change of supplier' },
      ],
    });
    expect([found.promise, found.target]).toEqual(['effect', 'queues.voice.handleTime.wrapUp']);
    expect(found.readings.map(({ status }) => status)).toEqual(['notStarted', 'onTrack', 'missed']);
    expect(found.readings[1]?.promised).toBeCloseTo(60 - 24 * 0.8, 9);
    expect(found.readings[1]?.achieved.value).toBeCloseTo(1, 9);
    expect(found.readings[2]?.achieved.value).toBeCloseTo(8 / 19.2, 9);
    expect(found.npvAtPace.value).toBeLessThan(study.npv(scenario.initiatives) ?? Number.NaN);
  });

  it('takes a target of its own before the effect, and ramps to it', () => {
    const found = tracked({
      kpiTarget: { from: 4.1, to: 4.4 },
      tracking: [{ date: '2027-04-30', value: 4.35 }],
    });
    expect(found.promise).toBe('target');
    expect(found.readings[0]?.promised).toBeCloseTo(4.1 + 0.3 / 3, 9);
    expect(found.readings[0]?.status).toBe('ahead');
  });

  it('is worth what was promised while it is exactly kept', () => {
    const found = tracked({ tracking: [{ date: '2027-09-10', value: 40.8 }] });
    expect(found.npvAtPace.value).toBeCloseTo(study.npv(scenario.initiatives) ?? Number.NaN, 3);
  });

  it('says that nothing was promised', () => {
    const found = tracked({ effects: [], tracking: [{ date: '2027-09-10', value: 50 }] });
    expect(found.promise).toBe('none');
    expect(found.readings[0]?.achieved.reason).toBe('no-promise');
  });
});
