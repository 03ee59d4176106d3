import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#shared/kernel/result.ts';
import type { Json } from '#shared/model/paths.ts';
import { createPlan } from '#shared/model/plan.ts';
import { parseScenarioText, validateScenario } from '#shared/model/validate.ts';
import { editedText } from '#test/support/malformedScenarios.ts';
import { referencePlans, scenarioText } from '#test/support/planFixtures.ts';
import { faultOf, valueOf } from '#test/support/workspaces.ts';

type Edit = readonly [path: string, value: Json | undefined];

function problemsOf(...edits: readonly Edit[]): readonly Problem[] {
  const result = parseScenarioText(editedText(...edits));
  return result.ok ? [] : (result.fault.problems ?? []);
}

const QUEUES_WITH_VOICE_TWICE = ['voice', 'chat', 'email', 'partners', 'voice'].map((id) => ({
  id,
  share: id === 'voice' ? 0.35 : id === 'partners' ? 0.6 : 1,
}));
const FLAT = Array(48).fill(1);

/** Edits that each break one rule at one place and have nothing to do with each other. */
const independent: readonly (readonly [edit: Edit, place: string])[] = [
  [['colour', 'blue'], 'colour'],
  [['currency', 'euro'], 'currency'],
  [['discountRate', '8 %'], 'discountRate'],
  [['calendar.fiscalYearStart', 13], 'calendar.fiscalYearStart'],
  [['segments.smb.openingCustomers', -1], 'segments.smb.openingCustomers'],
  [['segments.smb.deals', { base: 1, growth: '35 %' }], 'segments.smb.deals.growth'],
  [['segments.ent.churn', 1.5], 'segments.ent.churn'],
  [['queues.voice.volume', { values: [1, -2] }], 'queues.voice.volume.values[1]'],
  [['queues.voice.goal.serviceLevel', 1], 'queues.voice.goal.serviceLevel'],
  [['queues.voice.channel', 7], 'queues.voice.channel'],
  [['queues.chat.patience', undefined], 'queues.chat.patience'],
  [['queues.chat.goal.servicelevel', 0.8], 'queues.chat.goal.servicelevel'],
  [['queues.email.profile.weights.mon', [1, 2]], 'queues.email.profile.weights.mon'],
  [['queues.email.goal.asa', 30], 'queues.email.goal.asa'],
  [['queues.partners.seasonality', [1]], 'queues.partners.seasonality'],
  [['queues.partners.demand.ent.segment', 'nobody'], 'queues.partners.demand'],
  [['staffGroups.prague.weeklyHours', 0], 'staffGroups.prague.weeklyHours'],
  [['staffGroups.prague.pay.overtimeMultiplier', 0.5], 'staffGroups.prague.pay.overtimeMultiplier'],
  [['staffGroups.prague.queues.voice.share', 0.6], 'staffGroups.prague.queues'],
  [['staffGroups.prague.shrinkage.inOffice.coaching', 1.5], 'staffGroups.prague.shrinkage.inOffice.coaching'],
  [['staffGroups.partner.vendor.pricing', 'perSmile'], 'staffGroups.partner.vendor.pricing'],
  [
    ['staffGroups.partner.hiring', { mode: 'auto', maxPerPeriod: 3 }],
    'staffGroups.partner.hiring.shortagePrice',
  ],
  [['staffGroups.partner.support.Vendor manager.span', 0], 'staffGroups.partner.support.Vendor manager.span'],
  [
    ['events', [{ name: 'Sale', queues: ['fax'], uplift: 0.1, from: '2027-02-01', to: '2027-02-03' }]],
    'events[0].queues',
  ],
  [['budgetLines', [{ id: 'tools' }]], 'budgetLines.tools.perMonth'],
  [['initiatives', [{ id: 'bot', start: '2020-01-01' }]], 'initiatives.bot.start'],
  [
    [
      'statusQuoDrift',
      [{ id: 'drift', start: '2027-01-01', effects: [{ target: 'nowhere', op: 'add', value: 1 }] }],
    ],
    'statusQuoDrift.drift.effects',
  ],
  [['uncertain', [{ target: 'nowhere', distribution: 'normal' }]], 'uncertain[0].target'],
  [
    ['assumptions', { 'queues.voice.fcr': { reviewed: 'yesterday' } }],
    'assumptions.queues.voice.fcr.reviewed',
  ],
];

describe('a scenario', () => {
  it.each(referencePlans)('of the reference is possible: %s', (name) => {
    expect(valueOf(parseScenarioText(scenarioText(name))).format).toBe('headroom/scenario');
  });

  it('with its defaults filled in is possible too, and means the same', () => {
    const filled = valueOf(parseScenarioText(scenarioText('salesGrowth')));
    expect(valueOf(validateScenario(JSON.parse(JSON.stringify(filled))))).toEqual(filled);
  });

  it('needs only what the model requires', () => {
    const least = {
      format: 'headroom/scenario',
      version: 1,
      name: 'Least',
      currency: 'EUR',
      calendar: { start: '2027-01-01', periods: 2, grain: 'month' },
      segments: [{ id: 'all', openingCustomers: 10 }],
      queues: [
        {
          id: 'voice',
          channel: 'voice',
          profile: { intervalMinutes: 30, weights: { mon: FLAT } },
          model: 'erlangC',
          goal: {},
        },
      ],
      staffGroups: [
        {
          id: 'us',
          queues: [{ id: 'voice' }],
          weeklyHours: 40,
          proficientHeadcount: 1,
          attrition: 0,
          hiring: { mode: 'manual' },
          pay: { hourlyWage: 1 },
        },
      ],
    };
    const scenario = valueOf(validateScenario(least));
    expect(scenario).toMatchObject({
      notes: '',
      discountRate: 0,
      calendar: { demandBasis: 'days', fiscalYearStart: 1, holidays: [] },
      segments: [{ deals: 0, churn: 0, winRate: 1, customersPerDeal: 1, grossMargin: 1 }],
      queues: [
        {
          fcr: 1,
          recontact: 0,
          handleTime: { talk: 0, hold: 0, wrapUp: 0 },
          seasonality: 1,
          concurrency: 1,
          pooled: true,
          closedOnHolidays: true,
          goal: { within: 0, minAgents: 0, rounding: 'up', abandonsCount: 'offered' },
        },
      ],
      staffGroups: [
        {
          fteRatio: 1,
          scheduleEfficiency: 1,
          hoursBasis: 'workingDays',
          workDaysPerWeek: 5,
          observesHolidays: true,
          newHireFactor: 1,
          queues: [{ share: 1 }],
          pay: { overtimeMultiplier: 1.5, overtimeMax: 0 },
          costs: { seatsPerHead: 1 },
        },
      ],
    });
    expect(valueOf(createPlan(scenario)).error('plan.totalCost', 0)).toBeUndefined();
  });
});

describe('problems', () => {
  it.each(independent)('%j stands at %s', (edit, place) => {
    expect(problemsOf(edit).map(({ path }) => path)).toEqual([place]);
  });

  it('are told all together, each once and none that is not there', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(independent.length - 1), { minLength: 2, maxLength: 12 }),
        (chosen) => {
          const broken = chosen.map((at) => independent[at]).filter((entry) => entry !== undefined);
          const found = problemsOf(...broken.map(([edit]) => edit)).map(({ path }) => path);
          expect(found.toSorted()).toEqual(broken.map(([, place]) => place).toSorted());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are counted beyond the first two hundred', () => {
    const { message, problems = [] } = faultOf(
      parseScenarioText(editedText(['queues.voice.volume', { values: Array(300).fill(-1) }])),
    );
    expect(message).toBe(
      'The plan has 300 problems. The first: queues.voice.volume.values[0]: found -1, expected a number of at least 0.',
    );
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toEqual({
      path: 'scenario',
      found: '100 more problems',
      expected: 'those above to be mended first',
    });
  });

  it('say little of what is huge', () => {
    const [problem] = problemsOf(['queues.voice.goal.extra', 'x'.repeat(1_000_000)]);
    expect(problem?.found).toBe(`"${'x'.repeat(79)}…`);
    const [named] = problemsOf([`x${'y'.repeat(100_000)}`, 1]);
    expect(named?.path.length).toBeLessThan(100);
  });

  it('show what a terminal would act on', () => {
    const [problem] = problemsOf(['\u001B[2J\u202Ecolour', '\u001B[31mred\u200B']);
    expect(problem).toEqual({
      path: String.raw`["\u001b[2J\u202ecolour"]`,
      found: String.raw`"\u001b[31mred\u200b"`,
      expected: 'no field of this name',
    });
  });
});

describe('what the model refuses', () => {
  const bot = { id: 'bot', start: '2027-03-01' };
  it.each<[string, readonly Edit[], string]>([
    ['goals that no number meets', [['queues.voice.goal.maxAbandon', 0]], 'queues.voice.goal.maxAbandon'],
    ['an occupancy over 1', [['queues.voice.goal.maxOccupancy', 1.1]], 'queues.voice.goal.maxOccupancy'],
    [
      'a goal on abandonment of queues where nobody hangs up',
      [['queues.voice.model', 'erlangC']],
      'queues.voice.goal.maxAbandon',
    ],
    ['a negative number of agents', [['queues.voice.goal.minAgents', -1]], 'queues.voice.goal.minAgents'],
    ['less than one contact at a time', [['queues.chat.concurrency', 0.5]], 'queues.chat.concurrency'],
    [
      'a ramp of shares that is off in between',
      [
        [
          'staffGroups.prague.queues.voice.share',
          { from: 0.7, to: 0.6, fromDate: '2027-01-01', toDate: '2027-12-01' },
        ],
      ],
      'staffGroups.prague.queues',
    ],
    ['a segment twice in one queue', [['queues.voice.demand.ent.segment', 'smb']], 'queues.voice.demand'],
    [
      'a queue twice in one group',
      [['staffGroups.prague.queues', QUEUES_WITH_VOICE_TWICE]],
      'staffGroups.prague.queues',
    ],
    [
      'a role twice',
      [['staffGroups.prague.support.QA and WFM.role', 'Team lead']],
      'staffGroups.prague.support',
    ],
    [
      'a role that no path can name',
      [['staffGroups.prague.support.Team lead.role', 'Sr. lead']],
      'staffGroups.prague.support.Sr. lead.role',
    ],
    ['hours of nothing', [['staffGroups.prague.workDaysPerWeek', 0]], 'staffGroups.prague.workDaysPerWeek'],
    [
      'everybody dropping out of training where people follow the requirement',
      [
        ['staffGroups.prague.hiring', { mode: 'follow' }],
        ['staffGroups.prague.trainingDropout', 1],
      ],
      'staffGroups.prague.trainingDropout',
    ],
    [
      'classes of no people',
      [['staffGroups.prague.hiring', { mode: 'auto', maxPerPeriod: 1, shortagePrice: 1, classSize: 0 }]],
      'staffGroups.prague.hiring.classSize',
    ],
    [
      'fields of another hiring mode',
      [['staffGroups.prague.hiring', { mode: 'follow', perMonth: 3 }]],
      'staffGroups.prague.hiring.perMonth',
    ],
    [
      'an event that takes away more than all',
      [
        [
          'events',
          [{ name: 'Strike', queues: ['voice'], uplift: -1.1, from: '2027-02-01', to: '2027-02-02' }],
        ],
      ],
      'events[0].uplift',
    ],
    [
      'an effect on what holds for the whole plan',
      [
        [
          'initiatives',
          [{ ...bot, effects: [{ target: 'segments.smb.openingCustomers', op: 'multiply', value: 2 }] }],
        ],
      ],
      'segments.smb.openingCustomers',
    ],
    [
      'an effect on a formula',
      [
        ['queues.chat.volume', { formula: '1' }],
        ['initiatives', [{ ...bot, effects: [{ target: 'queues.chat.volume', op: 'add', value: 2 }] }]],
      ],
      'queues.chat.volume',
    ],
    [
      'effects after which shares do not add up',
      [
        [
          'initiatives',
          [{ ...bot, effects: [{ target: 'staffGroups.prague.queues.voice.share', op: 'set', value: 0.5 }] }],
        ],
      ],
      'staffGroups.prague.queues',
    ],
    [
      'effects after which nobody is available',
      [
        [
          'initiatives',
          [
            {
              ...bot,
              effects: [{ target: 'staffGroups.prague.shrinkage.inOffice.coaching', op: 'set', value: 0.95 }],
            },
          ],
        ],
      ],
      'staffGroups.prague.shrinkage.inOffice',
    ],
    [
      'growth out of range by the end of the plan',
      [['queues.voice.deflection', { base: 0.5, growth: 0.9 }]],
      'queues.voice.deflection',
    ],
    [
      'growth beyond all numbers',
      [['queues.voice.volume', { base: 1e300, growth: 1e9 }]],
      'queues.voice.volume',
    ],
    [
      'a measure of your own that is no formula',
      [['ownLines', [{ id: 'mine', scope: 'plan', formula: '1 +' }]]],
      'ownLines.mine.formula',
    ],
    [
      'a measure of your own under a name that is taken',
      [['ownLines', [{ id: 'offered', scope: 'plan', formula: '1' }]]],
      'ownLines.offered.id',
    ],
  ])('%s', (_name, edits, place) => {
    expect(new Set(problemsOf(...edits).map(({ path }) => path))).toEqual(new Set([place]));
  });

  it.each<[string, readonly Edit[]]>([
    [
      'shares that cross over',
      [
        [
          'staffGroups.prague.queues.voice.share',
          { from: 0.7, to: 0.5, fromDate: '2027-01-01', toDate: '2028-01-01' },
        ],
        [
          'staffGroups.partner.queues.voice.share',
          { from: 0.3, to: 0.5, fromDate: '2027-01-01', toDate: '2028-01-01' },
        ],
      ],
    ],
    ['attrition over 100 % a year', [['staffGroups.prague.attrition', 1.8]]],
    ['growth that stays in range', [['queues.voice.deflection', { base: 0.5, growth: 0.2 }]]],
    [
      'effects that keep the shares together',
      [
        [
          'initiatives',
          [
            {
              ...bot,
              effects: [
                { target: 'staffGroups.prague.queues.voice.share', op: 'set', value: 0.5 },
                { target: 'staffGroups.partner.queues.voice.share', op: 'set', value: 0.5 },
              ],
            },
          ],
        ],
      ],
    ],
    ['a queue that is always closed', [['queues.partners.profile.weights', {}]]],
    [
      'nothing at all',
      [
        ['queues', []],
        ['segments', []],
        ['staffGroups', []],
        ['events', []],
      ],
    ],
  ])('but not %s', (_name, edits) => {
    expect(problemsOf(...edits)).toEqual([]);
  });
});
