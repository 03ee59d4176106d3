import { describe, expect, it } from 'vitest';
import {
  filterCount,
  listedEntries,
  ownersOf,
  registerCsv,
} from '#renderer/features/assumptions/registerRows.ts';
import { assumptionCommand, benchmarkCommands } from '#renderer/state/assumptionEdits.ts';
import { isAbout, isUsual, spanOf, usableValues } from '#renderer/state/benchmarkFigures.ts';
import { overriddenNumber, resetCommands } from '#renderer/state/cellMarks.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { planCell } from '#renderer/state/planRows.ts';
import type { OpenVariant } from '#renderer/state/planState.ts';
import { withUnit } from '#renderer/state/shownInputText.ts';
import { benchmarks } from '#shared/model/assumptions/benchmarks.ts';
import { assumptionRegister } from '#shared/model/assumptions/register.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { applyEdit } from '#shared/model/variants/edit.ts';
import { editedDocument } from '#test/support/comparedPlans.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';
import { valueOf } from '#test/support/workspaces.ts';

const document = documentOf(sampleFile);
const words = { t: texts.t, locale: 'en', currency: 'EUR' };
const today = '2026-11-22';

function registerOf(of: ScenarioDocument) {
  return valueOf(assumptionRegister(of, { today, staleAfterMonths: 12 }));
}

function benchmark(id: string) {
  const found = benchmarks.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`No benchmark ${id}`);
  return found;
}

describe('the register', () => {
  const register = registerOf(document);

  it('counts what its filters list', () => {
    for (const filter of ['set', 'unsourced', 'stale', 'fine', 'default'] as const) {
      const listed = listedEntries(register, { filter, member: '', search: '' });
      expect(listed).toHaveLength(filterCount(register, filter));
    }
    expect(filterCount(register, 'fine')).toBeGreaterThan(0);
    expect(filterCount(register, 'unsourced')).toBeGreaterThan(0);
  });

  it('is narrowed by member and words', () => {
    expect(ownersOf(register)).toEqual(expect.arrayContaining(['Small business', 'Prague', 'Voice']));
    const ofPrague = listedEntries(register, { filter: 'set', member: 'Prague', search: '' });
    expect(ofPrague.length).toBeGreaterThan(5);
    expect(ofPrague.every(({ path }) => path.startsWith('staffGroups.prague'))).toBe(true);
    const found = listedEntries(register, { filter: 'set', member: '', search: 'billing churn' });
    expect(found.map(({ path }) => path)).toEqual(['segments.smb.churn']);
  });

  it('calls a row by the segment or queue that it is about, and an uplift is a share', () => {
    const entries = listedEntries(register, { filter: 'set', member: '', search: '' });
    const at = (path: string) => entries.find((entry) => entry.path === path);
    expect(at('queues.voice.demand.smb.contactsPerCustomer')?.member).toBe('Voice, Small business');
    expect(at('staffGroups.prague.queues.voice.share')?.member).toBe('Prague, Voice');
    expect(at('events[0].uplift')?.unit).toBe('share');
  });

  it('goes into a file with every field', () => {
    const entries = listedEntries(register, { filter: 'set', member: '', search: 'billing churn' });
    const [head = '', line = ''] = registerCsv(entries, words).split('\r\n');
    expect(head.split(',')).toHaveLength(10);
    expect(line).toContain('"Billing records, last 12 months",Finance,high,2026-10-05');
  });
});

describe('what is known of an input', () => {
  const path = 'segments.smb.winRate';

  it('is set field by field and taken away with its last word', () => {
    const said = editedDocument(document, assumptionCommand(document, path, 'source', ' CRM '));
    const more = editedDocument(said, assumptionCommand(said, path, 'owner', 'Sales'));
    expect(more.assumptions?.[path]).toEqual({ source: 'CRM', owner: 'Sales' });
    const less = editedDocument(more, assumptionCommand(more, path, 'source', ''));
    expect(less.assumptions?.[path]).toEqual({ owner: 'Sales' });
    const none = editedDocument(less, assumptionCommand(less, path, 'owner', ' '));
    expect(Object.hasOwn(none.assumptions ?? {}, path)).toBe(false);
  });

  it('follows a benchmark: figure, source and review, or the source alone', () => {
    const fcr = benchmark('first-contact-resolution');
    const at = 'queues.voice.fcr';
    const use = (value: number | null) =>
      editedDocument(document, ...benchmarkCommands({ document, path: at, benchmark: fcr, today, value }));
    expect(inputAt(use(0.8), at)).toBe(0.8);
    expect(use(0.8).assumptions?.[at]).toMatchObject({
      source: 'SQM, 2021: 70% industry, 80% best',
      reviewed: today,
    });
    expect(inputAt(use(null), at)).toEqual(inputAt(document, at));
    expect(use(null).assumptions?.[at]?.source).toMatch(/^SQM/);
  });
});

describe('a benchmark', () => {
  it('offers its figures only where they can stand', () => {
    const fcr = benchmark('first-contact-resolution');
    expect(usableValues(fcr, 'queues.voice.fcr', 'share', 'EUR')).toEqual([0.7, 0.8]);
    expect(
      usableValues(benchmark('attrition-us'), 'staffGroups.prague.attrition', 'sharePerYear', 'EUR'),
    ).toEqual([0.28, 0.31]);
    const pay = benchmark('pay-us');
    expect(usableValues(pay, 'staffGroups.prague.pay.annualSalary', 'moneyPerYear', 'EUR')).toEqual([]);
    expect(usableValues(pay, 'staffGroups.prague.pay.annualSalary', 'moneyPerYear', 'USD')).toEqual([39_700]);
    const labour = benchmark('labour-cost-eu');
    expect(usableValues(labour, 'staffGroups.prague.pay.statutoryBurden', 'share', 'EUR')).toEqual([]);
    const shrinkage = benchmark('shrinkage');
    const part = 'staffGroups.prague.shrinkage.inOffice.coaching';
    expect(isAbout(shrinkage, part)).toBe(false);
    expect(usableValues(shrinkage, part, 'share', 'EUR')).toEqual([]);
  });

  it('judges every period of a series', () => {
    const churn = benchmark('practice-segments-churn');
    const entry = registerOf(document).entries.find(({ path }) => path === 'segments.smb.churn');
    const span = entry === undefined ? null : spanOf(entry);
    expect(span).toEqual([0.016, 0.018]);
    expect(isUsual(churn, span)).toBe(true);
    expect(isUsual(churn, [0.01, 0.5])).toBe(false);
    expect(isUsual(churn, null)).toBeNull();
    expect(isUsual(benchmark('pay-us'), [1, 2])).toBeNull();
  });

  it('says percent once', () => {
    expect(withUnit('0.6%', '% per month')).toBe('0.6% per month');
    expect(withUnit('40', 'hours / week')).toBe('40 hours / week');
    expect(withUnit('80%', '%')).toBe('80%');
  });
});

describe('an overridden cell', () => {
  const winRate = 'segments.smb.winRate';
  const start: OpenVariant = {
    parentId: 'base',
    parentName: 'Base',
    base: document,
    overrides: [],
    lost: [],
  };

  function variantOf(path: string, value: number | { readonly values: readonly number[] }): PlanFigures {
    const command = {
      type: 'setInput',
      path,
      value: typeof value === 'number' ? value : { values: [...value.values] },
    } as const;
    const { next } = valueOf(applyEdit({ document, variant: start }, command));
    const figures = figuresOf(next.document);
    return { ...figures, variant: next.variant === null ? null : { ...start, ...next.variant } };
  }

  const column = { id: 'm', label: '', kind: 'period', grain: 'period', place: 0, days: 31 } as const;

  it('shows the number of the base, and goes back to it', () => {
    const figures = variantOf(winRate, 0.9);
    expect(planCell(figures, winRate, column)).toMatchObject({ value: 0.9, state: 'overridden', base: 0.8 });
    expect(planCell(figures, 'segments.smb.churn', column).state).toBe('input');
    if (figures.variant === null) throw new Error('No variant');
    const all = figures.structure.periods.map((_, place) => ({ path: winRate, place }));
    const commands = resetCommands(figures.variant, figures.document, all);
    expect(commands).toEqual([{ type: 'setOverrides', drop: [winRate], put: [] }]);
    const [command] = commands;
    if (command === undefined) throw new Error('No command');
    const back = valueOf(applyEdit({ document: figures.document, variant: figures.variant }, command));
    expect(inputAt(back.next.document, winRate)).toBe(0.8);
    expect(back.next.variant?.overrides).toEqual([]);
  });

  it('goes back alone: the other periods of the line keep what the variant says', () => {
    const figures = variantOf(winRate, 0.9);
    const { variant, structure } = figures;
    if (variant === null) throw new Error('No variant');
    const [command] = resetCommands(variant, figures.document, [{ path: winRate, place: 3 }]);
    if (command === undefined) throw new Error('No command');
    const { next, inverse } = valueOf(applyEdit({ document: figures.document, variant }, command));
    const reset = { ...figuresOf(next.document), variant: { ...start, ...next.variant } };
    const own = structure.periods.flatMap((_, place) => overriddenNumber(reset, winRate, place) ?? []);
    expect(overriddenNumber(reset, winRate, 3)).toBeUndefined();
    expect(own).toHaveLength(structure.periods.length - 1);
    expect(valueOf(applyEdit(next, inverse)).next).toEqual({
      document: figures.document,
      variant: { base: document, overrides: variant.overrides },
    });
  });

  it('of a member that only the variant has takes the number of the base where there is one', () => {
    const queue = inputAt(document, 'segments.smb');
    const { next } = valueOf(
      applyEdit(
        { document, variant: start },
        { type: 'setInput', path: 'segments', value: JSON.parse(JSON.stringify([queue])) },
      ),
    );
    const variant = { ...start, ...next.variant };
    expect(resetCommands(variant, next.document, [{ path: 'segments.smb.deals', place: 1 }])).toMatchObject([
      { type: 'setPeriods', path: 'segments.smb.deals', from: 1 },
    ]);
  });

  it('is one only in the periods that differ', () => {
    const values = Array.from({ length: 24 }, (_, at) => (at === 3 ? 0.7 : 0.8));
    const figures = variantOf(winRate, { values });
    expect(overriddenNumber(figures, winRate, 0)).toBeUndefined();
    expect(overriddenNumber(figures, winRate, 3)).toEqual({ value: 0.8 });
    expect(overriddenNumber(figuresOf(document), winRate, 3)).toBeUndefined();
  });

  it('is marked as unsourced only where sources are used at all', () => {
    const cell = (of: ScenarioDocument) => planCell(figuresOf(of), winRate, column).isUnsourced === true;
    expect(cell(document)).toBe(true);
    expect(cell({ ...document, assumptions: {} })).toBe(false);
    expect(cell(editedDocument(document, assumptionCommand(document, winRate, 'source', 'CRM')))).toBe(false);
    expect(planCell(figuresOf(document), 'segments.smb.churn', column).isUnsourced).toBeUndefined();
  });
});
