import { describe, expect, it } from 'vitest';
import { runningTotal } from '#renderer/features/businessCase/caseCharts.ts';
import { casePage, casePageCsv } from '#renderer/features/businessCase/casePage.ts';
import {
  addInitiative,
  changeOperation,
  countInitiative,
  freeInitiativeId,
  initiativesOf,
  moveInitiative,
  removeInitiative,
} from '#renderer/features/businessCase/initiativeCommands.ts';
import { churnPoints } from '#renderer/features/serviceValue/churnPoints.ts';
import { addOffer, offersOf } from '#renderer/features/sourcing/offerCommands.ts';
import { figureText } from '#renderer/state/deciding/figureWords.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { type CaseLook, decidingWork } from '#shared/model/deciding/decidingWork.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, sampleFile, texts } from '#test/support/planFigures.ts';

const sample = documentOf(sampleFile);
const words = { t: texts.t, locale: 'en-US', currency: 'EUR' };
const whole: CaseLook = { isFractional: false };

function after(document: ScenarioDocument, commands: readonly Command[]): ScenarioDocument {
  return commands.reduce((last, command) => {
    const applied = applyCommand(last, command);
    if (!applied.ok) throw new Error(applied.fault.message);
    return applied.value.next;
  }, document);
}

function named(id: string, more: object = {}) {
  return { id, name: id, start: '2027-01-01', ...more };
}

/** A plan with one initiative that saves talk time, changed as a test needs it. */
function planWith(more: object): ScenarioDocument {
  const effects = [{ target: 'queues.voice.handleTime.talk', op: 'multiply', value: 0.9, confidence: 1 }];
  return after(sample, addInitiative(sample, named('faster', { oneOff: 1000, effects, ...more })));
}

function caseOf(document: ScenarioDocument) {
  const found = decidingWork({ kind: 'case', document, look: whole }, () => undefined);
  if (!found.ok || found.value.kind !== 'case') throw new Error('The case could not be worked out');
  return found.value;
}

function pageOf(document: ScenarioDocument) {
  return casePage(caseOf(document), null, words).flatMap(({ rows }) =>
    rows.map(({ label, figure }) => ({ label, text: figureText(figure, words) })),
  );
}

describe('the list of initiatives', () => {
  const three = ['a', 'b', 'c'].reduce(
    (document, id) => after(document, addInitiative(document, named(id))),
    sample,
  );
  const ids = (document: ScenarioDocument) => initiativesOf(document).map(({ id }) => id);

  it('is moved within its ends and keeps every member as it was', () => {
    expect(ids(after(three, moveInitiative(three, 'c', -1)))).toEqual(['a', 'c', 'b']);
    expect(ids(after(three, moveInitiative(three, 'a', 1)))).toEqual(['b', 'a', 'c']);
    expect(moveInitiative(three, 'a', -1)).toEqual([]);
    expect(moveInitiative(three, 'c', 1)).toEqual([]);
    const moved = after(three, moveInitiative(three, 'b', 1));
    expect(initiativesOf(moved).at(-1)).toEqual(initiativesOf(three)[1]);
  });

  it('gives a new one an id that nobody has, also after others were removed', () => {
    const left = after(three, removeInitiative('a'));
    const next = after(left, addInitiative(left, named('initiative3')));
    expect(freeInitiativeId(initiativesOf(next))).toBe('initiative4');
  });

  it('takes another operation back to the value that changes nothing', () => {
    const document = planWith({});
    const changed = after(document, changeOperation('initiatives.faster', 0, 'add'));
    expect(initiativesOf(changed)[0]?.effects?.[0]).toMatchObject({ op: 'add', value: 0 });
  });
});

describe('the case as it is looked at', () => {
  it('leaves an initiative out, keeps what is known about it, and takes it back by undo', () => {
    const document = planWith({});
    const leaving = applyCommand(document, countInitiative('faster', false));
    if (!leaving.ok) throw new Error(leaving.fault.message);
    const without = caseOf(leaving.value.next);
    expect(without.parts).toEqual([]);
    expect(without.bases.everything.benefit.value).toBe(0);
    expect(initiativesOf(leaving.value.next)[0]?.effects).toHaveLength(1);
    expect(after(leaving.value.next, [leaving.value.inverse])).toEqual(document);
    expect(after(leaving.value.next, [countInitiative('faster', true)])).toEqual(document);
    expect(caseOf(document).bases.everything.benefit.value).not.toBe(0);
  });

  it('adds up what has come in until a period has no number', () => {
    expect(runningTotal([1, 2, null, 4])).toEqual([1, 3, null, null]);
  });

  it.each([
    ['nothing is invested', { oneOff: 0 }, /Nothing is invested/],
    ['it starts after the plan', { start: '2040-01-01' }, /never change sides|Nothing is invested/],
    ['it never comes back', { oneOff: 9e9 }, /does not come back within the plan/],
    [
      'it only loses',
      { effects: [{ target: 'queues.voice.handleTime.talk', op: 'multiply', value: 1.2 }] },
      /does not come back/,
    ],
  ])('says it in words when %s', (_, more, expected) => {
    const rows = pageOf(planWith({ benefitType: 'cashable', ...more }));
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toMatch(expected);
    expect(all).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(rows.filter(({ text }) => text === '–')).toEqual([]);
  });

  it('is written as a table with full numbers in the locale', () => {
    const document = planWith({ benefitType: 'cashable' });
    const csv = casePageCsv(casePage(caseOf(document), null, words), { ...words, locale: 'de-DE' });
    const npv = caseOf(document).bases.cash.npv.value ?? Number.NaN;
    expect(csv.split('\r\n')[0]).toBe('Part;Measure;Value;Unit');
    expect(csv).toContain(`Cash;Net present value;${String(npv).replace('.', ',')}`);
  });
});

describe('churn and abandonment from pasted months', () => {
  it('reads two columns, percent or not, and skips empty lines', () => {
    expect(churnPoints('0.1\t2 %\n\n0,2;0,03\n', 'de-DE')).toMatchObject({
      points: [{ churn: 0.02 }, { abandonedPerCustomer: 0.2, churn: 0.03 }],
    });
  });

  it('names the first line that is none', () => {
    expect(churnPoints('0.1;2 %\n0.1', 'en-US')).toEqual({ badLine: 2 });
    expect(churnPoints('0.1;0.2;0.3', 'en-US')).toEqual({ badLine: 1 });
  });
});

describe('offers', () => {
  it('are added to a plan that has none and to one that has some, and can be compared at once', () => {
    const first = after(sample, addOffer(sample, 'North'));
    const second = after(first, addOffer(first, 'South'));
    expect(offersOf(second).map(({ id }) => id)).toEqual(['offer1', 'offer2']);
    const found = decidingWork({ kind: 'sourcing', document: second }, () => undefined);
    expect(found).toMatchObject({ ok: true, value: { sourcing: { months: 36 } } });
  });
});
