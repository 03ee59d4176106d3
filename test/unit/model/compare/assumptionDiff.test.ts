import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/model/commands.ts';
import { assumptionDiff } from '#shared/model/compare/assumptionDiff.ts';
import { inputsOf } from '#shared/model/compare/parts.ts';
import { shownInput } from '#shared/model/compare/shownInput.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { editedPlan } from '#test/support/comparedPlans.ts';
import { referencePlans, referenceScenario } from '#test/support/planFixtures.ts';
import { anyCommand, salesGrowth, set } from '#test/support/randomEdits.ts';

const document = salesGrowth();
const base = editedPlan(document);

function changes(after: Scenario, before = base) {
  return assumptionDiff(before, after).inputs.map(({ path, kind }) => [path, kind]);
}

/** Inputs by path whose values differ, events aside, whose paths are their places. */
function changedPaths(before: Scenario, after: Scenario): readonly string[] {
  const texts = (plan: Scenario) =>
    new Map(
      inputsOf({ ...plan, name: '', notes: '', events: [] })
        .filter(({ path }) => !path.startsWith('assumptions'))
        .map(({ path, value }) => [
          path,
          JSON.stringify(shownInput(value, path, plan.calendar).byPeriod ?? value),
        ]),
    );
  const [first, last] = [texts(before), texts(after)];
  return [...new Set([...first.keys(), ...last.keys()])].filter((path) => first.get(path) !== last.get(path));
}

describe('the difference of two plans', () => {
  it.each(referencePlans)('%s has none to itself', (name) => {
    expect(assumptionDiff(referenceScenario(name), referenceScenario(name))).toEqual({
      inputs: [],
      notes: [],
    });
  });

  it('tells path, label, unit, owner, family and both values', () => {
    const after = editedPlan(document, set('queues.voice.handleTime.talk', { base: 252, growth: -0.12 }));
    const { inputs } = assumptionDiff(base, after);
    expect(inputs).toEqual([
      {
        path: 'queues.voice.handleTime.talk',
        label: 'Talk time',
        member: 'Voice',
        unit: 'seconds',
        family: 'handleTime',
        kind: 'changed',
        before: { form: 'number', value: 252, byPeriod: Array(24).fill(252) },
        after: {
          form: 'growth',
          value: { base: 252, growth: -0.12 },
          byPeriod: Array.from({ length: 24 }, (_, t) => expect.closeTo(252 * 0.88 ** (t / 12), 9)),
        },
      },
    ]);
  });

  it('sees no difference between a default and a field that is left out', () => {
    const spelt = editedPlan(
      document,
      set('queues.email.fcr', 1),
      set('queues.voice.concurrency', 1),
      set('staffGroups.prague.hoursBasis', 'workingDays'),
      set('staffGroups.prague.support.Team lead.seat', true),
    );
    expect(changes(spelt)).toEqual([]);
  });

  it('sees no difference in the order of members', () => {
    const turned = { ...base, queues: base.queues.toReversed(), staffGroups: base.staffGroups.toReversed() };
    expect(changes(turned)).toEqual([]);
    expect(changes({ ...base, events: base.events.toReversed() })).toEqual([]);
  });

  it('sees no difference between two ways to write one series, unless asked', () => {
    const values = Array.from({ length: 24 }, (_, t) => 2600 * 1.35 ** (t / 12));
    const written = editedPlan(
      document,
      set('segments.smb.deals', { values }),
      set('queues.voice.fcr', { base: 0.72, steps: [] }),
      set('queues.voice.patience', { values: [140] }),
    );
    expect(changes(written)).toEqual([]);
    expect(
      assumptionDiff(base, written, { withForms: true }).inputs.map(({ path, kind }) => [path, kind]),
    ).toEqual([
      ['segments.smb.deals', 'form'],
      ['queues.voice.fcr', 'form'],
      ['queues.voice.patience', 'form'],
    ]);
    const other = editedPlan(document, set('segments.smb.deals', { values: values.with(7, 1) }));
    expect(changes(other)).toEqual([['segments.smb.deals', 'changed']]);
  });

  it('names members that only one of them has, and components of shrinkage', () => {
    const after = editedPlan(
      document,
      set('queues.voice.demand.ent'),
      set('budgetLines.kb'),
      set('staffGroups.prague.shrinkage.inOffice.training', 0.01),
      set('staffGroups.prague.shrinkage.inOffice.coaching'),
      set('events[1]'),
      { type: 'insertMember', path: 'budgetLines', place: 0, member: { id: 'rent', perMonth: 10 } },
    );
    expect(changes(after)).toEqual([
      ['queues.voice.demand.ent', 'removed'],
      ['events[1]', 'removed'],
      ['staffGroups.prague.shrinkage.inOffice.coaching', 'removed'],
      ['staffGroups.prague.shrinkage.inOffice.training', 'added'],
      ['budgetLines.kb', 'removed'],
      ['budgetLines.rent', 'added'],
    ]);
    const { inputs } = assumptionDiff(base, after);
    expect(inputs[0]).toMatchObject({ member: 'Voice, Enterprise', family: 'volume', after: null });
    expect(inputs.at(-1)).toMatchObject({
      before: null,
      after: { form: 'member', value: { id: 'rent', perMonth: 10 } },
    });
  });

  it('sums up the profile of a week', () => {
    const flat = Array(48).fill(2);
    const after = editedPlan(document, set('queues.voice.profile.weights', { mon: flat, sun: flat }));
    const [profile, ...others] = assumptionDiff(base, after).inputs;
    expect(others).toEqual([]);
    expect(profile).toMatchObject({
      path: 'queues.voice.profile',
      after: {
        form: 'profile',
        value: {
          intervalMinutes: 30,
          openIntervals: [48, 0, 0, 0, 0, 0, 48],
          shares: [0.5, 0, 0, 0, 0, 0, 0.5],
        },
      },
    });
  });

  it('shows a choice that changes what else there is', () => {
    const after = editedPlan(document, set('staffGroups.partner.hiring', { mode: 'follow', coverage: 0.9 }));
    const { inputs } = assumptionDiff(base, after);
    expect(inputs.map(({ path, before, after: now }) => [path, before?.value, now?.value])).toEqual([
      ['staffGroups.partner.hiring.mode', 'manual', 'follow'],
      ['staffGroups.partner.hiring.perMonth', 1.5, undefined],
      ['staffGroups.partner.hiring.classes', [], undefined],
      ['staffGroups.partner.hiring.coverage', undefined, 0.9],
    ]);
  });

  it('keeps apart what is known about inputs', () => {
    const note = { source: 'Ledger', reviewed: '2027-01-31' };
    const after = editedPlan(document, set('assumptions.queues.voice.fcr', note));
    expect(assumptionDiff(base, after)).toEqual({
      inputs: [],
      notes: [{ path: 'queues.voice.fcr', before: null, after: note }],
    });
  });

  it('is the same both ways, with the sides changed', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed', form: 'form' } as const;
    const after = editedPlan(
      document,
      set('budgetLines.kb'),
      set('queues.chat.fcr', 0.7),
      set('calendar.holidays', []),
    );
    const there = assumptionDiff(base, after).inputs;
    const back = assumptionDiff(after, base).inputs;
    expect(there).toHaveLength(3);
    expect(new Set(back.map(({ path, kind, after: to }) => `${path} ${kind} ${JSON.stringify(to)}`))).toEqual(
      new Set(there.map(({ path, kind, before }) => `${path} ${turned[kind]} ${JSON.stringify(before)}`)),
    );
  });

  it('finds every edit that is one, and puts nothing else in the list', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        const applied = applyCommand(document, command);
        const after = applied.ok ? validateScenario(applied.value.next) : applied;
        if (!after.ok) return;
        const { inputs, notes } = assumptionDiff(base, after.value);
        for (const path of changedPaths(base, after.value)) {
          const isListed = inputs.some((input) => path === input.path || path.startsWith(`${input.path}.`));
          expect([path, isListed]).toEqual([path, true]);
        }
        for (const { path, before, after: now } of inputs) {
          expect([path, JSON.stringify(before)]).not.toEqual([path, JSON.stringify(now)]);
          const isThere = now === null ? inputAt(base, path) : inputAt(after.value, path);
          expect([path, isThere]).not.toEqual([path, undefined]);
        }
        if (JSON.stringify(after.value.assumptions) === JSON.stringify(base.assumptions))
          expect(notes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('inputs by path', () => {
  it.each(referencePlans)('of %s are found where their paths say', (name) => {
    const plan = referenceScenario(name);
    for (const { path, value } of inputsOf(plan)) expect([path, inputAt(plan, path)]).toEqual([path, value]);
  });
});
