import { describe, expect, it } from 'vitest';
import { partnerOffer, type PartnerOffer } from '#shared/model/decidingSchemas.ts';
import { compareSourcing, type QueueComparison } from '#shared/model/deciding/sourcing/comparison.ts';
import { costLines } from '#shared/model/deciding/sourcing/alternatives.ts';
import { offerCost, priceOfUnits, slaAdjust } from '#shared/model/deciding/sourcing/offerCost.ts';
import { scorecard } from '#shared/model/deciding/sourcing/scorecard.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { checked, valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const year = { months: 1, fraction: 1 / 12, first: 0 };
const offer = (change: Readonly<Record<string, unknown>> = {}): PartnerOffer =>
  partnerOffer.parse({
    id: 'bpo',
    queue: 'voice',
    pricing: 'perHour',
    price: 27.5,
    occupancy: 0.86,
    ...change,
  });

describe('the published comparison: 147,960 hours a year at 27.50 and 86 % occupancy', () => {
  const workload = {
    contacts: Array.from({ length: 12 }, () => 123_300),
    hours: Array.from({ length: 12 }, () => 147_960 / 12),
  };

  it('comes to 4.731 million', () => {
    const { charge } = offerCost(offer(), workload, year);
    expect(sum(charge)).toBeCloseTo((147_960 / 0.86) * 27.5, 4);
    expect((sum(charge) / 1e6).toFixed(3)).toBe('4.731');
  });

  it('comes to 5.707 million with 8 % longer handling, 4 % repeats and 393,120 of oversight', () => {
    const { charge, oversight } = offerCost(
      offer({ handleTimeFactor: 1.08, repeats: 0.04, oversightPerMonth: 393_120 / 12 }),
      workload,
      year,
    );
    expect(((sum(charge) + sum(oversight)) / 1e6).toFixed(3)).toBe('5.707');
  });

  it('bills each price model by its own unit', () => {
    const charge = (change: Readonly<Record<string, unknown>>) =>
      sum(offerCost(offer({ ...change, price: 1 }), workload, year).charge);
    expect(charge({ pricing: 'perContact', repeats: 0.04 })).toBeCloseTo(12 * 123_300 * 1.04, 6);
    expect(charge({ pricing: 'perMinute', handleTimeFactor: 1.08 })).toBeCloseTo(147_960 * 60 * 1.08, 6);
    expect(charge({ pricing: 'perFte', hoursPerFteMonth: 140 })).toBeCloseTo(147_960 / 0.86 / 140, 9);
  });

  it('follows indexation, currency, share and the first day', () => {
    const charge = (change: Readonly<Record<string, unknown>>, first = 0) =>
      offerCost(offer(change), workload, { ...year, first }).charge;
    const plain = charge({});
    expect(charge({ currency: 'USD', currencyRate: 0.9 })[3]).toBeCloseTo((plain[3] ?? 0) * 0.9, 9);
    expect(charge({ share: 0.4 })[3]).toBeCloseTo((plain[3] ?? 0) * 0.4, 9);
    expect(charge({ indexation: 0.21 })[6]).toBeCloseTo((plain[6] ?? 0) * 1.1, 6);
    expect(
      charge({}, 4)
        .slice(0, 5)
        .map((value) => value > 0),
    ).toEqual([false, false, false, false, true]);
    expect(offerCost(offer({ transition: 9, exit: 5 }), workload, { ...year, first: 4 }).transition[4]).toBe(
      9,
    );
  });
});

describe('price bands and tiers', () => {
  const bands = [
    { from: 200, price: 7 },
    { from: 100, price: 8 },
  ];

  it('take one price for all units, or each band its own', () => {
    expect(priceOfUnits({ price: 10, bands, bandRule: 'all' }, 99)).toBe(990);
    expect(priceOfUnits({ price: 10, bands, bandRule: 'all' }, 100)).toBe(800);
    expect(priceOfUnits({ price: 10, bands, bandRule: 'all' }, 250)).toBe(1750);
    expect(priceOfUnits({ price: 10, bands, bandRule: 'graduated' }, 250)).toBe(1000 + 800 + 350);
    expect(priceOfUnits({ price: 10, bands: [], bandRule: 'graduated' }, 50)).toBe(500);
  });

  it('pay the first tier that the service level reaches, the last one below all', () => {
    const slaTiers = [
      { atLeast: 0.7, adjust: 0 },
      { atLeast: 0.8, adjust: 0.02 },
      { atLeast: 0.6, adjust: -0.05 },
    ];
    const adjust = (expectedServiceLevel?: number) => slaAdjust(offer({ slaTiers, expectedServiceLevel }));
    expect([adjust(0.85), adjust(0.75), adjust(0.3), adjust()]).toEqual([0.02, 0, -0.05, 0]);
  });
});

const base = referenceScenario('businessCase');
function withOffers(
  offers: readonly Readonly<Record<string, unknown>>[],
  rest: Partial<Scenario> = {},
): Scenario {
  return checked({ ...base, initiatives: [], ...rest, sourcing: { offers } });
}
function voiceOf(scenario: Scenario): QueueComparison {
  const found = valueOf(compareSourcing(scenario)).queues.find(({ queueId }) => queueId === 'voice');
  if (found === undefined) throw new Error('There is a voice queue');
  return found;
}
const partner = {
  id: 'bpo',
  queue: 'voice',
  pricing: 'perHour',
  price: 20,
  oversightPerMonth: 5000,
  transition: 120_000,
  dualRunningMonths: 1.5,
  exit: 40_000,
  share: 0.6,
};

describe('in-house beside partners', () => {
  const voice = voiceOf(withOffers([partner, { ...partner, id: 'other', pricing: 'perContact', price: 3 }]));
  const [first] = voice.offers;
  if (first === undefined || voice.inHouse === undefined) throw new Error('There is an offer');
  const own = voice.inHouse;

  it('runs three years and adds up by line, by period and by year', () => {
    for (const alternative of [own, ...voice.offers.map((one) => one.alternative)]) {
      expect(alternative.cashFlow).toHaveLength(36);
      expect(alternative.years).toHaveLength(3);
      const total = alternative.total.value ?? Number.NaN;
      expect(sum(alternative.cashFlow)).toBeCloseTo(total, 3);
      expect(sum(alternative.years)).toBeCloseTo(total, 3);
      expect(sum(costLines.map((line) => alternative.totals[line]))).toBeCloseTo(total, 3);
    }
  });

  it('keeps in-house what does not move, and both while they run side by side', () => {
    const { lines } = first.alternative;
    const ownCost = own.lines.inHouse;
    expect(lines.inHouse[5]).toBeCloseTo((ownCost[5] ?? 0) * 0.4, 6);
    expect(lines.dualRunning[0]).toBeCloseTo((ownCost[0] ?? 0) * 0.6, 6);
    expect(lines.dualRunning[1]).toBeCloseTo((ownCost[1] ?? 0) * 0.6 * 0.5, 6);
    expect(lines.dualRunning[2]).toBe(0);
    expect([lines.transition[0], lines.exit[35], sum(lines.oversight)]).toEqual([120_000, 40_000, 180_000]);
  });

  it('costs today as much as in-house at its break-even price', () => {
    const price = first.breakEvenPrice.value ?? Number.NaN;
    const even = voiceOf(withOffers([{ ...partner, price }]));
    expect(even.offers[0]?.alternative.presentValue.value).toBeCloseTo(
      own.presentValue.value ?? Number.NaN,
      2,
    );
  });

  it('has no break-even price where it would not pay even free of charge', () => {
    const dear = voiceOf(withOffers([{ ...partner, transition: 1e9 }]));
    expect([dear.offers[0]?.breakEvenPrice.value, dear.offers[0]?.breakEvenPrice.reason]).toEqual([
      null,
      'costs-even-free',
    ]);
  });

  it('mixes the chosen offers and says who supplies what', () => {
    const mixed = voiceOf(
      withOffers([
        { ...partner, share: 0.3, isChosen: true },
        { ...partner, id: 'other', share: 0.5, isChosen: true },
        { ...partner, id: 'third' },
      ]),
    );
    expect(mixed.mix?.lines.inHouse[5]).toBeCloseTo((mixed.inHouse?.lines.inHouse[5] ?? 0) * 0.2, 6);
    expect(mixed.chosenSuppliers.map(({ id }) => id)).toEqual(['inHouse', 'bpo', 'other']);
    const contacts = mixed.chosenSuppliers.map((supplier) => supplier.contacts);
    expect(contacts[1]).toBeCloseTo(sum(contacts) * 0.3, 3);
    expect(mixed.suppliers.map(({ id, isPartner }) => [id, isPartner])).toEqual([['agents', false]]);
  });

  it('strands what of the in-house cost cannot go', () => {
    const scenario = checked({
      ...base,
      initiatives: [],
      sourcing: { strandedShare: 0.1, offers: [partner] },
    });
    const { lines } = voiceOf(scenario).offers[0]?.alternative ?? { lines: own.lines };
    expect(lines.stranded[0]).toBe(0);
    expect(lines.stranded[5]).toBeCloseTo((own.lines.inHouse[5] ?? 0) * 0.6 * 0.1, 6);
  });

  it('has no in-house cost where only partners serve the queue', () => {
    const scenario = referenceScenario('salesGrowth');
    const [, vendor] = scenario.staffGroups;
    if (vendor === undefined) throw new Error('There is a partner');
    const only = {
      ...scenario,
      staffGroups: [{ ...vendor, queues: scenario.queues.map(({ id }) => ({ id, share: 1 })) }],
      initiatives: [],
      sourcing: { offers: [partner] },
    };
    const found = voiceOf(checked(only));
    expect('inHouse' in found).toBe(false);
    expect(found.offers[0]?.breakEvenPrice.reason).toBe('not-in-house');
    expect(found.offers[0]?.alternative.saving.reason).toBe('not-in-house');
  });
});

describe('what a service level needs against what a price pays for', () => {
  const at = (change: Readonly<Record<string, unknown>>) => {
    const [found] = voiceOf(withOffers([{ ...partner, share: 1, dualRunningMonths: 0, ...change }])).offers;
    if (found === undefined) throw new Error('There is an offer');
    return found.feasibility;
  };

  it('needs more hours for a better service level, and bills the same', () => {
    const [good, best] = [0.7, 0.95].map((serviceLevel) =>
      at({ occupancy: 0.9, goal: { serviceLevel, within: 20 } }),
    );
    expect(best?.hoursNeeded.value).toBeGreaterThan(good?.hoursNeeded.value ?? Number.NaN);
    expect(best?.hoursPaid.value).toBeCloseTo(good?.hoursPaid.value ?? Number.NaN, 6);
    expect(best?.isFeasible).toBe(false);
    expect(best?.coverage.value).toBeLessThan(1);
  });

  it('is feasible at exactly the price that it names', () => {
    const change = {
      pricing: 'perContact',
      price: 0.5,
      partnerCostPerHour: 15,
      goal: { serviceLevel: 0.8, within: 20 },
    };
    const found = at(change);
    expect([found.isFeasible, found.costBasis]).toEqual([false, 'entered']);
    const enough = at({ ...change, price: found.feasiblePrice.value });
    expect(enough.coverage.value).toBeCloseTo(1, 9);
    expect(enough.isFeasible).toBe(true);
  });

  it('takes the cost of an in-house hour where the partner does not tell, and says so', () => {
    const found = at({ pricing: 'perMinute', price: 0.4, goal: { serviceLevel: 0.8, within: 20 } });
    expect(found.costBasis).toBe('inHouse');
    expect(found.costPerHour).toBeGreaterThan(10);
  });

  it('leaves the comparison as it was', () => {
    const alone = voiceOf(withOffers([partner]));
    const many = voiceOf(
      withOffers([partner, { ...partner, id: 'b', goal: { serviceLevel: 0.95, within: 10 } }]),
    );
    expect(many.inHouse?.total.value).toBe(alone.inHouse?.total.value);
  });
});

describe('sourcing at the edge', () => {
  const numbersIn = (value: unknown): readonly number[] => {
    if (typeof value === 'number') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
  };
  const [queue] = base.queues;
  if (queue === undefined) throw new Error('The reference has a queue');

  it('has a stated answer for a queue that nobody contacts', () => {
    const silent = withOffers([partner], { queues: [{ ...queue, demand: [] }] });
    const voice = voiceOf(silent);
    const [found] = voice.offers;
    expect(found?.alternative.perContact.reason).toBe('nothing-to-divide');
    expect(found?.feasibility.coverage.reason).toBe('nothing-to-divide');
    expect(found?.feasibility.isFeasible).toBeNull();
    expect(numbersIn(voice).every(Number.isFinite)).toBe(true);
  });

  it('compares nothing where the plan has no number', () => {
    const closed = withOffers([partner], {
      queues: [{ ...queue, profile: { ...queue.profile, weights: {} } }],
    });
    const voice = voiceOf(closed);
    expect([voice.isComputable, voice.offers.length]).toEqual([false, 0]);
    expect(numbersIn(voice).every(Number.isFinite)).toBe(true);
  });

  it('has a stated answer for an offer that starts after the comparison', () => {
    const [found] = voiceOf(withOffers([{ ...partner, start: '2040-01-01' }])).offers;
    expect(found?.alternative.saving.value).toBeCloseTo(0, 6);
    expect(found?.breakEvenPrice.reason).toBe('moves-nothing');
    expect(numbersIn(found).every(Number.isFinite)).toBe(true);
  });
});

describe('the scorecard', () => {
  const agreed = [
    {
      measure: 'serviceLevel',
      want: 'atLeast',
      target: 0.8,
      definition: 'Answered within 20 s ÷ offered, by month.',
    },
    {
      measure: 'handleTime',
      want: 'atMost',
      target: 390,
      definition: 'Talk, hold and wrap-up of answered calls.',
    },
  ];
  const actuals = [
    { date: '2027-02-01', measure: 'serviceLevel', value: 0.7, contacts: 1000 },
    { date: '2027-01-01', measure: 'serviceLevel', value: 0.9, contacts: 3000 },
    { date: '2027-01-01', measure: 'fcr', value: 0.7 },
  ];
  const slaTiers = [
    { atLeast: 0.85, adjust: 0.02 },
    { atLeast: 0.8, adjust: 0 },
  ];
  const found = scorecard(offer({ agreed, actuals, slaTiers }));

  it('sets actuals against the definitions that were agreed', () => {
    const [service, time] = found.rows;
    expect(service?.definition).toBe('Answered within 20 s ÷ offered, by month.');
    expect(service?.actual.value).toBeCloseTo(0.85, 12);
    expect([service?.isMet, service?.met.value, service?.latest?.isMet]).toEqual([true, 0.5, false]);
    expect([time?.isMet, time?.actual.value, time?.actual.reason]).toEqual([null, null, 'nothing-to-divide']);
    expect(found.adjust.value).toBe(0.02);
  });

  it('holds nothing against a partner that was not agreed', () => {
    expect(found.notAgreed).toEqual(['fcr']);
  });
});

describe('offers in a scenario', () => {
  it.each([
    ['a queue that is not there', [{ ...partner, queue: 'none' }], 'sourcing.offers.bpo.queue'],
    ['an id twice', [partner, partner], 'sourcing.offers'],
    [
      'more than all of a queue',
      [
        { ...partner, isChosen: true },
        { ...partner, id: 'b', isChosen: true },
      ],
      'sourcing.offers',
    ],
    [
      'a rate between the same currency',
      [{ ...partner, currencyRate: 1.1 }],
      'sourcing.offers.bpo.currencyRate',
    ],
    ['a share of nothing', [{ ...partner, share: 0 }], 'sourcing.offers.bpo.share'],
    ['a start before the plan', [{ ...partner, start: '2020-01-01' }], 'sourcing.offers.bpo.start'],
  ])('%s is refused with its path', (_name, offers, path) => {
    const refused = validateScenario({ ...base, sourcing: { offers } });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.fault.problems?.map((problem) => problem.path)).toContain(path);
  });

  it('change no number of the plan', () => {
    expect(voiceOf(withOffers([])).offers).toEqual([]);
    expect(valueOf(compareSourcing({ ...base, initiatives: [] })).queues[0]?.inHouse?.total.value).toBe(
      voiceOf(withOffers([partner])).inHouse?.total.value,
    );
  });
});
