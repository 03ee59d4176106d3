import { describe, expect, it } from 'vitest';
import { planChecks } from '#shared/model/checks/planChecks.ts';
import { createPlan } from '#shared/model/plan.ts';
import { type TemplateChoices, templateIds, type TemplateNumbers } from '#shared/model/templates/define.ts';
import { templates } from '#shared/model/templates/packs.ts';
import {
  growthInputs,
  planFromTemplate,
  shrinkageParts,
  type TemplateTexts,
} from '#shared/model/templates/planFromTemplate.ts';
import { planPreview } from '#shared/model/templates/templatePreview.ts';
import { validateScenario } from '#shared/model/validate.ts';

const texts: TemplateTexts = {
  customers: 'Customers',
  voice: 'Voice',
  chat: 'Chat',
  email: 'E-mail',
  team: 'Team',
  lead: 'Team lead',
  platform: 'Platform',
  notes: '',
  typed: 'Typed in',
  practice: 'Practice',
  firstContacts: 'Without repeats.',
};

const choices: TemplateChoices = { name: 'New', currency: 'EUR', start: '2027-01-01', payBasis: 'hour' };

function planOf(pack: (typeof templateIds)[number], changes: Partial<TemplateNumbers> = {}) {
  const { numbers, payBasis } = templates[pack];
  const document = planFromTemplate(pack, { ...numbers, ...changes }, { ...choices, payBasis }, texts);
  const checked = validateScenario(document);
  if (!checked.ok) throw new Error(checked.fault.message);
  const plan = createPlan(checked.value);
  if (!plan.ok) throw new Error(plan.fault.message);
  return { document, plan: plan.value };
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

describe('planFromTemplate', () => {
  it.each(templateIds)('%s is a possible plan that no check calls wrong', (pack) => {
    const { plan } = planOf(pack);
    expect(planChecks(plan).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(planChecks(plan).filter(({ kind }) => kind === 'unusual' || kind === 'calculation-error')).toEqual(
      [],
    );
    expect(plan.column('plan.totalCost').every((cost) => cost > 0)).toBe(true);
  });

  it.each(templateIds)('%s needs about the team that it suggests', (pack) => {
    const { plan } = planOf(pack);
    const required = plan.column('plan.requiredFte')[0] ?? 0;
    const { teamToday } = templates[pack].numbers;
    expect(required / teamToday).toBeGreaterThan(0.7);
    expect(required / teamToday).toBeLessThan(1.4);
  });

  it.each(templateIds)('%s has the customers, contacts and shrinkage that were asked for', (pack) => {
    const changes = { customers: 50_000, growthPerYear: 0.1, contactsPerCustomerMonth: 0.2, shrinkage: 0.28 };
    const { plan } = planOf(pack, changes);
    expect(plan.column('segments.customers.closing')[11]).toBeCloseTo(55_000, 0);
    expect(plan.column('groups.team.shrinkage')[0]).toBeCloseTo(0.28, 9);
    const customers = sum(plan.column('segments.customers.average').slice(0, 12));
    const contacts = sum(plan.column('plan.offered').slice(0, 12));
    // Seasons and lengths of months move single months, not the year by much.
    expect(contacts / customers).toBeGreaterThan(0.19);
    expect(contacts / customers).toBeLessThan(0.21);
  });

  it.each(templateIds)(
    '%s says of every assumption where it comes from, at places that are in the plan',
    (pack) => {
      const { document } = planOf(pack);
      const entries = Object.entries(document.assumptions ?? {});
      expect(entries.length).toBeGreaterThan(25);
      expect(entries.filter(([, { source = '' }]) => source === '')).toEqual([]);
    },
  );

  it('more customers, longer calls and more shrinkage need more people', () => {
    const need = (changes: Partial<TemplateNumbers>) =>
      planOf('bank', changes).plan.column('plan.requiredFte')[0] ?? 0;
    const base = need({});
    expect(need({ customers: 500_000 })).toBeGreaterThan(base * 1.5);
    expect(need({ handleTimeSeconds: 510 })).toBeGreaterThan(base * 1.2);
    expect(need({ shrinkage: 0.39 })).toBeGreaterThan(base * 1.05);
    expect(need({ serviceGoal: 0.95 })).toBeGreaterThan(base);
  });

  it('seasons average to 1, so that a year has the contacts that were asked for', () => {
    for (const { seasonality } of Object.values(templates)) expect(sum(seasonality) / 12).toBeCloseTo(1, 6);
  });

  it('previews what the plan comes to, and refuses what is none', () => {
    const { document, plan } = planOf('retail');
    const preview = planPreview(document);
    expect(preview.ok && preview.value.requiredNow).toBe(plan.column('plan.requiredFte')[0]);
    expect(preview.ok && preview.value.costPerYear).toBeCloseTo(
      sum(plan.column('plan.totalCost').slice(0, 12)),
      3,
    );
    expect(planPreview({ ...document, currency: 'euro' }).ok).toBe(false);
  });
});

describe('growthInputs', () => {
  it('grows against churn, and declines by churn alone where that is faster', () => {
    expect(growthInputs(1000, 0, 0.02)).toEqual({ newCustomers: 20, churn: 0.02 });
    const { newCustomers, churn } = growthInputs(1000, -0.5, 0.01);
    expect(newCustomers).toBe(0);
    expect((1 - churn) ** 12).toBeCloseTo(0.5, 9);
  });
});

describe('shrinkageParts', () => {
  it('comes to the whole', () => {
    for (const whole of [0, 0.13, 0.3, 0.6]) {
      const { outOfOffice, inOffice } = shrinkageParts(whole);
      expect(1 - (1 - sum(Object.values(outOfOffice))) * (1 - sum(Object.values(inOffice)))).toBeCloseTo(
        whole,
        9,
      );
    }
  });
});
