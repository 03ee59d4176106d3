import { describe, expect, it } from 'vitest';
import { assumptionRegister, type RegisterQuestion } from '#shared/model/assumptions/register.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { editedDocument, editedPlan } from '#test/support/comparedPlans.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { faultOf, valueOf, wireProbe } from '#test/support/workspaces.ts';

const document = salesGrowth();
const question: RegisterQuestion = { today: '2027-09-01', staleAfterMonths: 12 };

function registerOf(plan: ScenarioDocument, asked = question) {
  const register = valueOf(assumptionRegister(plan, asked));
  wireProbe(register);
  return register;
}

function entryOf(plan: ScenarioDocument, path: string, asked = question) {
  return registerOf(plan, asked).entries.find((entry) => entry.path === path);
}

describe('the register of assumptions', () => {
  it('lists every input that has a definition, and the profiles of the week', () => {
    const paths = new Set(registerOf(document).entries.map(({ path }) => path));
    const inputs = [
      ...valueOf(createPlan(editedPlan(document)))
        .heads()
        .values(),
    ].filter(({ kind, member }) => kind === 'input' && member.dimension !== 'openingCohorts');
    expect(inputs.length).toBeGreaterThan(150);
    const stored = inputs.filter(({ member, name }) => name in (inputDefinitions[member.dimension] ?? {}));
    expect(stored.map(({ id }) => id).filter((id) => !paths.has(id))).toEqual([]);
    expect(paths).toContain('queues.voice.profile');
    expect(paths).toContain('queues.voice.seasonality');
    expect(paths).toContain('staffGroups.prague.openingCohorts');
    expect(paths).not.toContain('queues.voice.model');
    expect(paths).not.toContain('calendar.periods');
  });

  it('says who an input belongs to and what it is', () => {
    expect(entryOf(document, 'staffGroups.prague.attrition')).toMatchObject({
      label: 'Attrition',
      member: 'Prague',
      unit: 'sharePerYear',
      isSet: true,
      state: 'unsourced',
      assumption: null,
      input: { form: 'growth', value: { base: 0.34, growth: -0.08 } },
    });
  });

  it('asks no source for a default that nobody touched', () => {
    expect(entryOf(document, 'queues.chat.volume')).toMatchObject({ isSet: false, state: 'default' });
    const touched = editedDocument(document, set('queues.chat.volume', 0));
    expect(entryOf(touched, 'queues.chat.volume')).toMatchObject({ isSet: true, state: 'unsourced' });
  });

  it.each([
    [{ owner: 'Ana' }, 'unsourced'],
    [{ source: '  ' }, 'unsourced'],
    [{ source: 'Ledger' }, 'fine'],
    [{ source: 'Ledger', reviewed: '2026-09-01' }, 'fine'],
    [{ source: 'Ledger', reviewed: '2026-08-31' }, 'stale'],
    [{ source: 'Ledger', reviewed: '2027-08-31' }, 'fine'],
  ])('holds %j to be %s', (known, state) => {
    const plan = editedDocument(document, set('assumptions.queues.voice.fcr', known));
    expect(entryOf(plan, 'queues.voice.fcr')).toMatchObject({ assumption: known, state });
  });

  it('counts months by the calendar', () => {
    const plan = editedDocument(
      document,
      set('assumptions.queues.voice.fcr', { source: 'x', reviewed: '2027-08-31' }),
    );
    const asked = (today: string) => entryOf(plan, 'queues.voice.fcr', { today, staleAfterMonths: 6 })?.state;
    expect([asked('2028-02-29'), asked('2028-03-01')]).toEqual(['fine', 'stale']);
  });

  it('counts its states, and they are all', () => {
    const plan = editedDocument(
      document,
      set('assumptions.queues.voice.fcr', { source: 'Ledger' }),
      set('assumptions.queues.voice.recontact', { source: 'Ledger', reviewed: '2020-01-01' }),
    );
    const { counts, entries } = registerOf(plan);
    const before = registerOf(document).counts;
    expect(counts).toEqual({ ...before, unsourced: before.unsourced - 2, fine: 1, stale: 1 });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(entries.length);
  });

  it('keeps what is said about an input that is gone', () => {
    const plan = editedDocument(
      document,
      set('assumptions.budgetLines.kb.perMonth.source', 'Contract'),
      set('budgetLines.kb'),
    );
    expect(registerOf(plan).orphans).toEqual([
      { path: 'budgetLines.kb.perMonth', assumption: { source: 'Contract' } },
    ]);
  });

  it('lists a part of an input that somebody said something about', () => {
    const path = 'staffGroups.prague.openingCohorts[1].people';
    const plan = editedDocument(document, set(`assumptions.${path}.source`, 'Payroll'));
    expect(entryOf(plan, path)).toMatchObject({
      label: 'People',
      isSet: true,
      state: 'fine',
      input: { value: 5 },
    });
    expect(registerOf(plan).orphans).toEqual([]);
  });

  it('lists a choice once somebody says something about it', () => {
    const plan = editedDocument(document, set('assumptions.queues.voice.model', { source: 'Supplier' }));
    expect(entryOf(plan, 'queues.voice.model')).toMatchObject({ state: 'fine', input: { form: 'text' } });
  });

  it.each([
    [{ today: '2027-02-30' }, /not a date/],
    [{ staleAfterMonths: 0 }, /whole number of months/],
    [{ staleAfterMonths: 1.5 }, /whole number of months/],
  ])('refuses %j', (wrong, message) => {
    expect(faultOf(assumptionRegister(document, { ...question, ...wrong })).message).toMatch(message);
  });
});
