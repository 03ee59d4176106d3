import { sumOf } from '../figure.ts';
import { automationEffects, contactsLessShare } from '../automation/inPlan.ts';
import { netDeflection } from '../automation/netDeflection.ts';
import { moved } from './newChannel.ts';
import {
  type Effect,
  headsReached,
  meanOfSeries,
  roundMoney,
  type TemplateContext,
  timesIfSet,
  yearOfPay,
} from './context.ts';
import type { Initiative } from '../../scenario.ts';
import type { Unit } from '../../units.ts';

/** What a person chooses before a template can be put into a plan. */
export type TemplateChoice = 'queue' | 'toQueue' | 'group' | 'segment';

/** One number of a template: where its default comes from is said with it. */
export interface TemplateParameter {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  readonly isAssumption: boolean;
  /** Money defaults are multiples of a year of an agent's pay, so that they fit any currency. */
  readonly value: number | ((context: TemplateContext) => number);
}

export interface InitiativeTemplate {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly kpi: string;
  readonly priority: string;
  readonly benefitType: NonNullable<Initiative['benefitType']>;
  readonly choices: readonly TemplateChoice[];
  readonly parameters: readonly TemplateParameter[];
  readonly effects: (
    context: TemplateContext,
    value: (id: string) => number,
    confidence: number,
  ) => readonly Effect[];
  /** What its effects are worked out from, where it takes contacts away from agents. */
  readonly automation?: (context: TemplateContext, value: (id: string) => number) => Initiative['automation'];
}

const ASSUMPTION = 'Assumption, replace with your own';
const MUCH = 1e12;

function assumed(
  id: string,
  label: string,
  unit: Unit,
  range: readonly [number, number],
  value: TemplateParameter['value'],
): TemplateParameter {
  return { id, label, unit, low: range[0], high: range[1], source: ASSUMPTION, isAssumption: true, value };
}

function sourced(
  id: string,
  label: string,
  unit: Unit,
  range: readonly [number, number],
  value: number,
  source: string,
): TemplateParameter {
  return { id, label, unit, low: range[0], high: range[1], source, isAssumption: false, value };
}

/** One-off cost in years of pay, running cost as a share of the pay of those it reaches, ramp and confidence. */
function common(
  payYears: number,
  shareOfPay: number,
  rampMonths: number,
  confidence: number,
): readonly TemplateParameter[] {
  return [
    assumed('oneOff', 'One-off cost', 'money', [0, MUCH], (context) =>
      roundMoney(payYears * yearOfPay(context)),
    ),
    assumed('recurring', 'Running cost', 'moneyPerMonth', [0, MUCH], (context) =>
      roundMoney((shareOfPay * yearOfPay(context) * headsReached(context)) / 12),
    ),
    assumed('rampMonths', 'Months until it works fully', 'months', [0, 120], rampMonths),
    assumed('confidence', 'Confidence', 'share', [0, 1], confidence),
  ];
}

/** FCR that rises cannot pass 1, and a queue that does not count it keeps it so. */
function moreResolved(
  { scenario, queue }: TemplateContext,
  points: number,
  confidence: number,
): readonly Effect[] {
  const fcr = meanOfSeries(scenario, queue?.fcr);
  if (queue === undefined || fcr === undefined || fcr + points > 1) return [];
  return [{ target: `queues.${queue.id}.fcr`, op: 'add', value: points, confidence }];
}

const BOT = 'Turnella: 40–60% containment becomes 10–25% net deflection of a bot';

/** What automation takes and what comes back; how long the contained take is always for the user to say. */
function automation(
  containment: TemplateParameter,
  leakBack: TemplateParameter,
  share: number,
  extra: number,
): readonly TemplateParameter[] {
  return [
    containment,
    leakBack,
    assumed('containedFactor', 'Handle time of the contained against all', 'share', [0, 1], share),
    assumed('leakBackExtraSeconds', 'Extra of those who come back', 'seconds', [0, 3600], extra),
  ];
}

function handleTimeOf({ scenario, queue }: TemplateContext): number {
  const { talk, hold, wrapUp } = queue?.handleTime ?? {};
  return sumOf([talk, hold, wrapUp].map((part) => meanOfSeries(scenario, part) ?? 0));
}

function automationOf(context: TemplateContext, value: (id: string) => number): Initiative['automation'] {
  const { queue } = context;
  return queue === undefined
    ? undefined
    : {
        queue: queue.id,
        containedShare: value('containedShare'),
        containedSeconds: Math.round(handleTimeOf(context) * value('containedFactor')),
        leakBackShare: value('leakBackShare'),
        leakBackExtraSeconds: value('leakBackExtraSeconds'),
        licencePerMonth: value('recurring'),
        pricePerConversation: 0,
        confidence: value('confidence'),
      };
}

function automated(
  context: TemplateContext,
  value: (id: string) => number,
  confidence: number,
): readonly Effect[] {
  const { queue } = context;
  const about = automationOf(context, value);
  if (queue === undefined || about === undefined) return [];
  const present = { contactsPerMonth: 1, ahtSeconds: handleTimeOf(context), adoptionMonths: 0 };
  const net = netDeflection({ ...about, ...present });
  return net.ok ? automationEffects(queue, net.value, confidence) : [];
}

const SQM = 'SQM, 2021: one point of first-contact resolution goes along with 1% of operating cost';

/** Initiatives that many centres consider, with defaults to start from. Each becomes an initiative like any other. */
export const initiativeTemplates: readonly InitiativeTemplate[] = [
  {
    id: 'callSummaries',
    name: 'Automatic call summaries',
    text: 'Software writes the note of the contact, so wrap-up becomes a check of it.',
    kpi: 'Wrap-up time',
    priority: 'Profitability',
    benefitType: 'capacity',
    choices: ['queue'],
    parameters: [
      assumed('wrapUpFactor', 'Wrap-up time against now', 'share', [0, 1], 0.6),
      ...common(2, 0.012, 3, 0.8),
    ],
    effects: ({ scenario, queue }, value, confidence) =>
      queue === undefined
        ? []
        : timesIfSet(
            scenario,
            queue.handleTime.wrapUp,
            `queues.${queue.id}.handleTime.wrapUp`,
            value('wrapUpFactor'),
            confidence,
          ),
  },
  {
    id: 'knowledgeBase',
    name: 'Knowledge base for agents',
    text: 'Answers are found while the customer waits less, and more of them are right at once.',
    kpi: 'First-contact resolution',
    priority: 'Customer experience',
    benefitType: 'capacity',
    choices: ['queue'],
    parameters: [
      assumed('holdFactor', 'Hold time against now', 'share', [0, 1], 0.7),
      assumed('talkFactor', 'Talk time against now', 'share', [0.5, 1], 0.97),
      {
        ...assumed('fcrPoints', 'First-contact resolution gained', 'share', [0, 0.3], 0.02),
        source: `${ASSUMPTION}. ${SQM}`,
      },
      ...common(3, 0.006, 6, 0.7),
    ],
    effects(context, value, confidence) {
      const { scenario, queue } = context;
      if (queue === undefined) return [];
      const { talk, hold } = queue.handleTime;
      const path = `queues.${queue.id}.handleTime`;
      return [
        ...timesIfSet(scenario, hold, `${path}.hold`, value('holdFactor'), confidence),
        ...timesIfSet(scenario, talk, `${path}.talk`, value('talkFactor'), confidence),
        ...moreResolved(context, value('fcrPoints'), confidence),
      ];
    },
  },
  {
    id: 'selfService',
    name: 'Self-service',
    text: 'Customers do simple things themselves; some come back, and what remains is harder.',
    kpi: 'Net deflection',
    priority: 'Profitability',
    benefitType: 'capacity',
    choices: ['queue'],
    parameters: [
      ...automation(
        assumed('containedShare', 'Containment', 'share', [0, 0.95], 0.2),
        assumed('leakBackShare', 'Come back to an agent', 'share', [0, 1], 0.3),
        0.6,
        30,
      ),
      ...common(4, 0.008, 9, 0.7),
    ],
    effects: automated,
    automation: automationOf,
  },
  {
    id: 'billingPortal',
    name: 'Billing portal',
    text: 'Bills that explain themselves: one reason to call goes away at its source.',
    kpi: 'Contacts per customer',
    priority: 'Customer experience',
    benefitType: 'avoidedHire',
    choices: ['queue', 'segment'],
    parameters: [
      assumed('contactFactor', 'Contacts per customer against now', 'share', [0, 1], 0.95),
      ...common(3, 0, 2, 0.8),
    ],
    effects: ({ scenario, queue, segmentId }, value, confidence) => {
      const row = queue?.demand.find(({ segment }) => segment === segmentId);
      const target = `queues.${queue?.id ?? ''}.demand.${segmentId ?? ''}.contactsPerCustomer`;
      return timesIfSet(scenario, row?.contactsPerCustomer, target, value('contactFactor'), confidence);
    },
  },
  {
    id: 'coaching',
    name: 'Coaching and onboarding',
    text: 'Team leads have time for people: fewer leave, at the price of some time away from contacts.',
    kpi: 'Attrition',
    priority: 'Employee experience',
    benefitType: 'avoidedHire',
    choices: ['group'],
    parameters: [
      assumed('attritionFactor', 'Attrition against now', 'share', [0, 1], 0.85),
      assumed('coachingPoints', 'Time for coaching added', 'share', [0, 0.2], 0.01),
      ...common(1.5, 0.004, 6, 0.7),
    ],
    effects({ scenario, group }, value, confidence) {
      if (group === undefined) return [];
      const path = `staffGroups.${group.id}`;
      const [cause] = Object.keys(group.shrinkage.inOffice).toSorted(
        (a, b) => Number(b === 'coaching') - Number(a === 'coaching'),
      );
      const time: readonly Effect[] =
        cause === undefined
          ? []
          : [
              {
                target: `${path}.shrinkage.inOffice.${cause}`,
                op: 'add',
                value: value('coachingPoints'),
                confidence: 1,
              },
            ];
      return [
        ...timesIfSet(scenario, group.attrition, `${path}.attrition`, value('attritionFactor'), confidence),
        ...time,
      ];
    },
  },
  {
    id: 'callback',
    name: 'Callback instead of waiting',
    text: 'Customers keep their place without holding the line, so fewer hang up and fewer call again.',
    kpi: 'Abandonment',
    priority: 'Customer experience',
    benefitType: 'soft',
    choices: ['queue'],
    parameters: [
      assumed('patienceFactor', 'Patience against now', 'factor', [1, 10], 1.5),
      assumed('recontactFactor', 'Repeat contacts against now', 'share', [0, 1], 0.95),
      ...common(1, 0.003, 2, 0.7),
    ],
    effects({ scenario, queue }, value, confidence) {
      if (queue === undefined) return [];
      const path = `queues.${queue.id}`;
      return [
        ...timesIfSet(scenario, queue.patience, `${path}.patience`, value('patienceFactor'), confidence),
        ...timesIfSet(scenario, queue.recontact, `${path}.recontact`, value('recontactFactor'), confidence),
      ];
    },
  },
  {
    id: 'chatbot',
    name: 'Chatbot',
    text: 'A bot answers first. Containment is not deflection: some come back, longer, and easy contacts leave first.',
    kpi: 'Net deflection',
    priority: 'Profitability',
    benefitType: 'capacity',
    choices: ['queue'],
    parameters: [
      ...automation(
        sourced('containedShare', 'Containment', 'share', [0, 0.95], 0.45, BOT),
        sourced('leakBackShare', 'Come back to an agent', 'share', [0, 1], 0.6, BOT),
        0.5,
        60,
      ),
      ...common(5, 0.015, 9, 0.6),
    ],
    effects: automated,
    automation: automationOf,
  },
  {
    id: 'newChannel',
    name: 'New channel',
    text: 'Part of one queue moves to another one, where an agent can do more at a time; some contacts are new.',
    kpi: 'Channel mix',
    priority: 'Profitability',
    benefitType: 'capacity',
    choices: ['queue', 'toQueue'],
    parameters: [
      assumed('movedShare', 'Share that moves', 'share', [0, 1], 0.15),
      assumed('newShare', 'New contacts for each one that moves', 'factor', [0, 3], 0.2),
      ...common(4, 0.006, 9, 0.7),
    ],
    effects: (context, value, confidence) =>
      context.queue === undefined || context.toQueue === undefined
        ? []
        : [
            ...contactsLessShare(context.queue, value('movedShare'), confidence),
            ...moved(context, value('movedShare') * (1 + value('newShare')), confidence),
          ],
  },
];
