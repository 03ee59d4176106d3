import { describe, expect, it } from 'vitest';
import { businessCase } from '#shared/model/businessCase.ts';
import {
  instantiateInitiative,
  type TemplateChoices,
  templateOptions,
  templateParameters,
} from '#shared/model/deciding/library/instantiate.ts';
import { type InitiativeTemplate, initiativeTemplates } from '#shared/model/deciding/library/templates.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { checked, valueOf } from '#test/support/deciding.ts';
import { documentOf, sampleFile } from '#test/support/planFigures.ts';

const sample = checked(documentOf(sampleFile));
const voice = { queue: 'voice', toQueue: 'chat', group: 'prague', segment: 'smb', start: '2027-04-01' };

function template(id: string): InitiativeTemplate {
  const found = initiativeTemplates.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no template "${id}"`);
  return found;
}

const made = (id: string, choices: TemplateChoices = voice, scenario: Scenario = sample) =>
  instantiateInitiative(template(id), choices, scenario);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('the library of initiatives', () => {
  it('has those that many centres consider', () => {
    expect(initiativeTemplates.map(({ id }) => id)).toEqual([
      'callSummaries',
      'knowledgeBase',
      'selfService',
      'billingPortal',
      'coaching',
      'callback',
      'chatbot',
      'newChannel',
    ]);
  });

  it.each(initiativeTemplates.map(({ id }) => id))('%s fits the sample and moves it', (id) => {
    const initiative = valueOf(made(id));
    const next = checked({ ...sample, initiatives: [initiative] });
    const found = valueOf(businessCase(next));
    expect(found?.npv).not.toBeNull();
    const [before, after] = [sample, next].map((one) => valueOf(createPlan(one)));
    const moved = ['requiredFte', 'leavers', 'abandoned'].some(
      (name) => sum(before?.column(`plan.${name}`) ?? []) !== sum(after?.column(`plan.${name}`) ?? []),
    );
    expect(moved).toBe(true);
  });

  it.each(initiativeTemplates.map(({ id }) => id))('%s says of every number where it comes from', (id) => {
    const parameters = templateParameters(template(id), voice, sample);
    for (const { source, isAssumption, label, value, low, high } of parameters) {
      expect(source.length).toBeGreaterThan(10);
      expect(isAssumption).toBe(source.startsWith('Assumption, replace with your own'));
      expect(label).not.toBe('');
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
    expect(parameters.map((one) => one.id)).toEqual(
      expect.arrayContaining(['oneOff', 'recurring', 'rampMonths', 'confidence']),
    );
  });

  it('takes money from the pay of those it reaches, whatever the currency', () => {
    const dear = checked({
      ...sample,
      staffGroups: sample.staffGroups.map((group) => ({
        ...group,
        ...(group.pay === undefined ? {} : { pay: { ...group.pay, hourlyWage: 400 } }),
      })),
    });
    const cost = (scenario: Scenario) =>
      templateParameters(template('coaching'), voice, scenario).find(({ id }) => id === 'oneOff')?.value ?? 0;
    expect(cost(dear)).toBeGreaterThan(20 * cost(sample));
  });

  it('takes what a person enters before the default, within its range', () => {
    const initiative = valueOf(
      made('callSummaries', { ...voice, values: { wrapUpFactor: 0.5, oneOff: 1234 } }),
    );
    expect(initiative.oneOff).toBe(1234);
    expect(initiative.effects).toEqual([
      { target: 'queues.voice.handleTime.wrapUp', op: 'multiply', value: 0.5, confidence: 0.8 },
    ]);
    const refused = made('callSummaries', { ...voice, values: { wrapUpFactor: 1.5 } });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.fault.problems?.[0]?.path).toBe('callSummaries.wrapUpFactor');
  });

  it('asks for what has to be chosen, and offers what there is', () => {
    expect(templateOptions(sample, 'segment', { queue: 'voice' })).toEqual(['smb', 'ent']);
    expect(templateOptions(sample, 'toQueue', { queue: 'voice' })).not.toContain('voice');
    expect(templateOptions(sample, 'group')).toEqual(['prague']);
    const refused = made('billingPortal', { queue: 'voice' });
    expect(refused.ok).toBe(false);
    if (!refused.ok)
      expect(refused.fault.problems?.[0]).toMatchObject({ path: 'billingPortal.segment', found: 'nothing' });
  });

  it('refuses where nothing would move', () => {
    const refused = made('callback', { ...voice, queue: 'email' });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.fault.message).toContain('would move nothing in email');
  });

  it('can be used twice in a plan', () => {
    const first = valueOf(made('callSummaries'));
    const second = valueOf(made('callSummaries', voice, { ...sample, initiatives: [first] }));
    expect([first.id, second.id]).toEqual(['callSummaries', 'callSummaries2']);
  });

  it('moves contacts from channel to channel without losing or doubling any but the new ones', () => {
    const values = { movedShare: 0.1, newShare: 0, rampMonths: 0, confidence: 1 };
    // Deflection of one number and the same repeats on both sides, so that contacts can be counted.
    const queues = sample.queues.map((queue) =>
      queue.id === 'voice' || queue.id === 'chat'
        ? { ...queue, deflection: 0, fcr: 1, seasonality: 1, holidayDemandLost: 0 }
        : queue,
    );
    const segments = sample.segments.map((segment) => ({ ...segment, churnPerAbandon: 0 }));
    const plain = checked({ ...sample, queues, segments, events: [] });
    const initiative = valueOf(made('newChannel', { ...voice, start: '2027-01-01', values }, plain));
    const offered = (scenario: Scenario, queue: string) =>
      valueOf(createPlan(scenario)).column(`queues.${queue}.offered`)[0] ?? Number.NaN;
    const next = { ...plain, initiatives: [initiative] };
    const left = offered(plain, 'voice') - offered(next, 'voice');
    const arrived = offered(next, 'chat') - offered(plain, 'chat');
    expect(left).toBeCloseTo(offered(plain, 'voice') * 0.1, 6);
    // Enterprise customers are unknown to the chat and arrive as a number a month.
    expect(Math.abs(arrived / left - 1)).toBeLessThan(0.02);
  });
});
