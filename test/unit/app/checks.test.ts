import { describe, expect, it } from 'vitest';
import { pathOfNumber } from '#renderer/state/pathOfNumber.ts';
import { checkSentence, placeOf } from '#renderer/features/checks/checkSentence.ts';
import { effectSentence } from '#renderer/features/checks/effectSentence.ts';
import { figureAt, type PlanFigures } from '#renderer/state/figures.ts';
import type { PlanCheck } from '#shared/model/checks/define.ts';
import { createPlanView } from '#shared/model/planView.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';

const document = documentOf(sampleFile);

function checksOf(plan: ScenarioDocument): readonly PlanCheck[] {
  const update = createPlanView().update(plan);
  if (!update.ok) throw new Error(update.fault.message);
  return update.value.checks ?? [];
}

function only(plan: ScenarioDocument, kind: PlanCheck['kind']): readonly PlanCheck[] {
  return checksOf(plan).filter((check) => check.kind === kind);
}

function sentences(plan: ScenarioDocument, kind: PlanCheck['kind'], locale = 'en'): readonly string[] {
  const figures = figuresOf(plan, 'period', locale);
  return only(plan, kind).map((check) => checkSentence(check, figures, texts.t));
}

type Group = NonNullable<ScenarioDocument['staffGroups']>[number];

function withGroups(change: (group: Group) => Partial<Group>): ScenarioDocument {
  const groups = document.staffGroups ?? [];
  return { ...document, staffGroups: groups.map((group) => ({ ...group, ...change(group) })) };
}

const broken: ScenarioDocument = {
  ...document,
  drivers: [{ id: 'hole', name: 'Hole', value: { formula: '1 / (1 - 1)' } }],
  budgetLines: [{ id: 'kb', perMonth: { formula: 'drivers.hole.value' } }],
};

describe('sentences of checks', () => {
  it('name an error once, where it began, with its first month', () => {
    expect(sentences(broken, 'calculation-error')).toEqual([
      expect.stringMatching(/^Hole: Driver: Divided by zero\..* First in January 2027\.$/),
    ]);
  });

  it('say the gap of a group with its own numbers and months', () => {
    const figures = figuresOf(document);
    const gaps = checksOf(document).filter(({ kind }) => kind === 'gap' || kind === 'gap-too-late');
    expect(gaps.length).toBeGreaterThan(0);
    for (const check of gaps) {
      const text = checkSentence(check, figures, texts.t);
      const key = check.at?.id.replace(/\.surplus$/, '') ?? '';
      const short = figures.structure.periods.map(
        ({ index }) =>
          -(figureAt(figures, `${key}.surplus`, index) ?? 0) -
          (figureAt(figures, `${key}.overtimeFte`, index) ?? 0),
      );
      expect(text).toContain(`${Math.max(...short).toFixed(1)} FTE`);
      expect(text).toContain(check.subject);
      expect(text).toMatch(/202[789]/);
    }
  });

  it('write numbers as the locale does and inputs in their own unit', () => {
    const often = withGroups(({ id }) => (id === 'prague' ? { attrition: 3.6 } : {}));
    expect(sentences(often, 'unusual').join()).toContain('Attrition is 360.0%; usual is 8.0% to 100.0%');
    expect(sentences(often, 'unusual', 'de').join()).toMatch(/360,0\s%/);
  });

  it('say the total of shares exactly enough to see what is missing', () => {
    const uneven = withGroups(({ id, queues }) =>
      id === 'partner'
        ? {
            queues: queues.map((route) =>
              route.id === 'partners' ? { id: 'partners', share: { formula: '0.3995 + 0' } } : route,
            ),
          }
        : {},
    );
    expect(sentences(uneven, 'shares')[0]).toMatch(/add up to 99\.950% in January 2027/);
  });

  it('leave no value out, whatever is found', () => {
    const figures = (plan: ScenarioDocument): PlanFigures => figuresOf(plan);
    const plans = [
      document,
      broken,
      withGroups(() => ({ attrition: 3.6, proficientHeadcount: 1, scheduleEfficiency: 0.5 })),
      { ...document, queues: document.queues?.map((queue) => ({ ...queue, deflection: 0.4 })) ?? [] },
    ];
    const found = plans.flatMap((plan) =>
      checksOf(plan).map((check) => checkSentence(check, figures(plan), texts.t)),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((text) => /\{\{|NaN|undefined|checks\.kind/.test(text))).toEqual([]);
  });
});

describe('the place of a check', () => {
  it('is a number of the plan on a screen of its own', () => {
    const plan = withGroups(() => ({ proficientHeadcount: 5, attrition: 3.6 }));
    const figures = figuresOf(plan);
    const places = checksOf(plan).map((check) => placeOf(check, figures));
    expect(places.length).toBeGreaterThan(4);
    for (const place of places) {
      expect(figures.nodes.has(place?.id ?? '')).toBe(true);
      expect(pathOfNumber(place?.id ?? '')).not.toBe('/');
    }
  });

  it('is the input that it is about where nothing shows it, and none where that is not shown either', () => {
    const figures = figuresOf(document);
    const base = { kind: 'saving-not-cash', severity: 'hint', subject: '', values: {} } as const;
    const input = 'queues.voice.handleTime.talk';
    expect(placeOf({ ...base, paths: [input] }, figures)).toEqual({ id: input, place: 0, grain: 'period' });
    expect(placeOf({ ...base, paths: ['initiatives[0].benefitType'] }, figures)).toBeNull();
  });
});

describe('the effect of a fix', () => {
  const figures = figuresOf(document);
  const text = (requiredFte: number, totalCost: number) =>
    effectSentence({ requiredFte, totalCost }, figures, texts.t);

  it('has its signs and the currency, and no sign where nothing changes', () => {
    expect(text(-1.26, 12_345.6)).toBe('Required FTE −1.3 on average, total cost of the plan +€12,346.');
    expect(text(0.01, -0.2)).toBe('Required FTE 0.0 on average, total cost of the plan €0.');
  });

  it('says when there is none to compute', () => {
    expect(effectSentence(null, figures, texts.t)).toMatch(/cannot be computed/);
    expect(text(Number.NaN, 1)).toMatch(/cannot be computed/);
  });
});
