import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automationInPlan } from '#shared/model/deciding/automation/inPlan.ts';
import { type AutomationInput, netDeflection } from '#shared/model/deciding/automation/netDeflection.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { checked, valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const published: AutomationInput = {
  contactsPerMonth: 100_000,
  ahtSeconds: 360,
  containedShare: 0.3,
  containedSeconds: 180,
  leakBackShare: 0.4,
  leakBackExtraSeconds: 60,
  adoptionMonths: 6,
  licencePerMonth: 4000,
  pricePerConversation: 0.5,
};

describe('a bot that contains 30 of 100 contacts, of which 12 come back', () => {
  const net = valueOf(netDeflection(published));

  it('turns 10,000 hours into 9,300 and leaves 408 seconds', () => {
    expect(net.hoursBefore.value).toBeCloseTo(10_000, 6);
    expect(net.hoursAfter.value).toBeCloseTo(9300, 6);
    expect(net.remainingAht.value).toBeCloseTo(33_480 / 82, 9);
    expect(Math.round(net.remainingAht.value ?? 0)).toBe(408);
  });

  it('deflects 18 %, saves 7 %, and is often claimed to save 30 %', () => {
    expect(net.netDeflection.value).toBeCloseTo(0.18, 12);
    expect(net.savedShare.value).toBeCloseTo(0.07, 12);
    expect(net.claimedShare.value).toBe(0.3);
  });

  it('costs a licence and a price for what it contains, to be set beside the hours saved', () => {
    expect(net.costPerMonth.value).toBeCloseTo(4000 + 15_000, 9);
    expect(net.costPerHourSaved.value).toBeCloseTo(19_000 / 700, 9);
  });

  it('is adopted in a straight line of work, while the handle time rises', () => {
    const { adoption } = net;
    expect(adoption).toHaveLength(7);
    expect(adoption[3]?.hours).toBeCloseTo(9650, 6);
    const times = adoption.map(({ ahtSeconds }) => ahtSeconds ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('in a plan', () => {
  const base = referenceScenario('businessCase');
  const about = { queueId: 'voice', id: 'bot', start: '2027-01-01' };
  const choice = { ...published, adoptionMonths: 0 };

  const workload = (scenario: Scenario) => {
    const plan = valueOf(createPlan(scenario));
    return [...plan.column('queues.voice.offered')].map(
      (offered, t) => offered * (plan.column('queues.voice.aht')[t] ?? Number.NaN),
    );
  };

  it.each([
    ['nothing deflected yet', 0],
    ['a share deflected already', 0.12],
    [
      'a share that grows over the plan',
      { from: 0.05, to: 0.2, fromDate: '2027-04-01', toDate: '2028-04-01' },
    ],
  ])('its effects are its workload, with %s', (_name, deflection) => {
    const queues = base.queues.map((queue) => ({ ...queue, deflection }));
    // What fewer abandoned contacts do to customers is another story.
    const segments = base.segments.map((segment) => ({ ...segment, churnPerAbandon: 0 }));
    const scenario = checked({ ...base, initiatives: [], segments, queues });
    const { initiative, net } = valueOf(
      automationInPlan(scenario, about, { ...choice, ahtSeconds: 360, contactsPerMonth: 1000 }),
    );
    const before = workload(scenario);
    const after = workload({ ...scenario, initiatives: [initiative] });
    before.forEach((seconds, t) => expect((after[t] ?? 0) / seconds).toBeCloseTo(0.93, 9));
    expect(net.savedShare.value).toBeCloseTo(0.07, 12);
  });

  it('takes contacts and handle time from the plan, and saves far fewer people than is claimed', () => {
    const { contactsPerMonth: _c, ahtSeconds: _a, ...told } = published;
    const found = valueOf(automationInPlan(base, about, told));
    expect(found.net.hoursBefore.inputs.map(({ value }) => Math.round(value ?? 0))[1]).toBe(360);
    expect(found.fteSaved.value).toBeGreaterThan(0);
    expect(found.claimedFte.value).toBeGreaterThan(3 * (found.fteSaved.value ?? Number.NaN));
    expect(found.rampDifference.value).toBeGreaterThan(0);
    expect(found.rampDifference.value).toBeLessThan(0.01);
    expect(found.initiative.recurring).toBeCloseTo(found.net.costPerMonth.value ?? Number.NaN, 6);
    checked({ ...base, initiatives: [...base.initiatives, found.initiative] });
  });

  it('refuses a queue that is not there', () => {
    expect(automationInPlan(base, { ...about, queueId: 'none' }, choice).ok).toBe(false);
  });
});

describe('whatever is entered', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const seconds = fc.double({ min: 0, max: 2000, noNaN: true });

  it('net deflection is never more than containment, and figures are numbers or say why not', () => {
    fc.assert(
      fc.property(
        share,
        share,
        seconds,
        seconds,
        seconds,
        (containedShare, leakBackShare, aht, easy, extra) => {
          const found = netDeflection({
            ...published,
            containedShare,
            leakBackShare,
            ahtSeconds: aht,
            containedSeconds: easy,
            leakBackExtraSeconds: extra,
          });
          if (!found.ok) {
            expect(found.fault.problems?.length).toBeGreaterThan(0);
            return;
          }
          const { adoption, ...figures } = found.value;
          expect(figures.netDeflection.value).toBeLessThanOrEqual(containedShare + 1e-12);
          expect(figures.savedShare.value).toBeLessThanOrEqual(1 + 1e-12);
          for (const { value, reason } of Object.values(figures))
            expect(value === null ? reason !== undefined : Number.isFinite(value)).toBe(true);
          expect(adoption.every(({ hours }) => hours >= -1e-6)).toBe(true);
        },
      ),
    );
  });

  it('says what is left when all are contained for good: nobody', () => {
    const all = valueOf(
      netDeflection({ ...published, containedShare: 1, containedSeconds: 360, leakBackShare: 0 }),
    );
    expect([all.remainingAht.value, all.remainingAht.reason]).toEqual([null, 'nothing-to-divide']);
    expect(all.savedShare.value).toBe(1);
  });

  it('refuses contained contacts that take longer than all contacts do', () => {
    const refused = netDeflection({ ...published, containedSeconds: 1300 });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.fault.problems?.[0]?.path).toBe('automation.containedSeconds');
  });
});
