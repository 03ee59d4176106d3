import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/model/commands.ts';
import { inputsOf } from '#shared/model/compare/parts.ts';
import { inputAt, pathText, replaceAt } from '#shared/model/paths.ts';
import { applyEdit } from '#shared/model/variants/edit.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { editedDocument, editedPlan } from '#test/support/comparedPlans.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { valueOf } from '#test/support/workspaces.ts';

const document = salesGrowth();
const paths = inputsOf(editedPlan(document)).map(({ path }) => path);
const fields = ['source', 'owner', 'confidence', 'note'] as const;

describe('in a variant, what is known about an input', () => {
  it('is an override of its own, and the base shows again when it is taken back', () => {
    const path = 'assumptions.queues.voice.fcr';
    const known = editedDocument(document, set(path, { source: 'Ledger', owner: 'Ana' }));
    const variant = { document: known, variant: { base: known, overrides: [] } };
    const { next, inverse } = valueOf(applyEdit(variant, set(`${path}.source`, 'Survey')));
    expect(next.document.assumptions).toEqual({ 'queues.voice.fcr': { source: 'Survey', owner: 'Ana' } });
    expect(next.variant?.overrides).toEqual([{ path: `${path}.source`, value: 'Survey' }]);
    const back = valueOf(applyEdit(next, inverse)).next;
    expect(back.document).toEqual(known);
    expect(back.variant?.overrides).toEqual([]);
  });
});

describe('what is known about an input', () => {
  it('is kept under its whole path, dots and places in lists included', () => {
    for (const path of [...paths, 'staffGroups.prague.openingCohorts[0].people']) {
      const next = editedDocument(document, set(`assumptions.${path}`, { source: 'Ledger' }));
      expect(next.assumptions).toEqual({ [path]: { source: 'Ledger' } });
      expect(inputAt(next, `assumptions.${path}`)).toEqual({ source: 'Ledger' });
      expect(inputAt(next, `assumptions.${path}.source`)).toBe('Ledger');
      expect(validateScenario(next).ok).toBe(true);
    }
  });

  it('is set field by field, and each step taken back', () => {
    const commands = fc.array(
      fc.record({
        path: fc.constantFrom(...paths.slice(0, 6)),
        field: fc.constantFrom(...fields),
        value: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(commands, (edits) => {
        const known = new Map<string, Record<string, string>>();
        let current = document;
        for (const { path, field, value } of edits) {
          const { next, inverse } = valueOf(
            applyCommand(current, set(`assumptions.${path}.${field}`, value)),
          );
          expect(valueOf(applyCommand(next, inverse)).next).toEqual(current);
          if (value !== undefined) known.set(path, { ...known.get(path), [field]: value });
          else if (known.has(path)) {
            const others = Object.entries(known.get(path) ?? {}).filter(([name]) => name !== field);
            known.set(path, Object.fromEntries(others));
          }
          current = next;
        }
        expect(current.assumptions ?? {}).toEqual(Object.fromEntries(known));
      }),
    );
  });

  it('goes back to nothing at all when the first of it is taken back', () => {
    const { inverse } = valueOf(applyCommand(document, set('assumptions.queues.voice.fcr.source', 'Ledger')));
    expect(inverse).toEqual(set('assumptions'));
    const one = editedDocument(document, set('assumptions.queues.voice.fcr.source', 'Ledger'));
    const second = valueOf(applyCommand(one, set('assumptions.queues.voice.recontact.note', 'x')));
    expect(second.inverse).toEqual(set('assumptions.queues.voice.recontact'));
    const third = valueOf(applyCommand(one, set('assumptions.queues.voice.fcr.note', 'x')));
    expect(third.inverse).toEqual(set('assumptions.queues.voice.fcr.note'));
  });

  it('is taken away as a whole, and comes back in its place', () => {
    const two = editedDocument(
      document,
      set('assumptions.queues.voice.fcr.source', 'Ledger'),
      set('assumptions.queues.voice.recontact.source', 'Ledger'),
    );
    const { next, inverse } = valueOf(applyCommand(two, set('assumptions.queues.voice.fcr')));
    expect(next.assumptions).toEqual({ 'queues.voice.recontact': { source: 'Ledger' } });
    expect(valueOf(applyCommand(next, inverse)).next).toEqual(two);
  });

  it('of an input that is called like a field is still its own', () => {
    const component = 'staffGroups.prague.shrinkage.inOffice.note';
    const plan = editedDocument(document, set(component, 0.01));
    const whole = editedDocument(plan, set(`assumptions.${component}`, { source: 'Diary' }));
    expect(whole.assumptions).toEqual({ [component]: { source: 'Diary' } });
    const part = editedDocument(plan, set(`assumptions.${component}.source`, 'Diary'));
    expect(part.assumptions).toEqual({ [component]: { source: 'Diary' } });
    expect(editedDocument(whole, set(`assumptions.${component}.note`, 'x')).assumptions).toEqual({
      [component]: { source: 'Diary', note: 'x' },
    });
  });

  it('has a path that finds it where a field of it is wrong', () => {
    const wrong = { ...document, assumptions: { 'queues.voice.fcr': { reviewed: 'yesterday' } } };
    const refused = validateScenario(wrong);
    expect(refused).toMatchObject({
      ok: false,
      fault: { problems: [{ path: 'assumptions.queues.voice.fcr.reviewed' }] },
    });
    expect(inputAt(wrong, pathText(wrong, ['assumptions', 'queues.voice.fcr', 'reviewed']))).toBe(
      'yesterday',
    );
  });

  it.each([
    'assumptions.',
    'assumptions.__proto__',
    'assumptions.constructor',
    'assumptions.__proto__.source',
  ])('refuses %s', (path) => {
    expect(replaceAt(document, path, 'x').ok).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'source')).toBe(false);
  });
});
