import type { Member } from '../members.ts';
import { weeksPerPeriod } from '../periods.ts';
import type { StaffGroup } from '../scenario.ts';
import { groupOf } from '../lines/requirement.ts';
import { at, type Block, now } from './define.ts';

type Ramp = Pick<StaffGroup, 'ramp'>['ramp'];

/** ∫ of the proficiency curve from joining to `weeks`. */
function proficiencyIntegral(
  { trainingWeeks, nestingWeeks, nestingProductivity, rampWeeks }: Ramp,
  weeks: number,
): number {
  const nested = Math.min(Math.max(0, weeks - trainingWeeks), nestingWeeks);
  const inRamp = Math.min(Math.max(0, weeks - trainingWeeks - nestingWeeks), rampWeeks);
  const after = Math.max(0, weeks - trainingWeeks - nestingWeeks - rampWeeks);
  const rise = rampWeeks === 0 ? 0 : ((1 - nestingProductivity) * inRamp * inRamp) / (2 * rampWeeks);
  return nested * nestingProductivity + inRamp * nestingProductivity + rise + after;
}

/** Proficiency on one day, so many weeks after joining: 0 in training, `nestingProductivity` in nesting, then rising to 1. */
export function proficiencyAt(
  { trainingWeeks, nestingWeeks, nestingProductivity, rampWeeks }: Ramp,
  weeks: number,
): number {
  const inRamp = weeks - trainingWeeks - nestingWeeks;
  if (weeks < trainingWeeks) return 0;
  if (inRamp < 0) return nestingProductivity;
  return inRamp >= rampWeeks ? 1 : nestingProductivity + ((1 - nestingProductivity) * inRamp) / rampWeeks;
}

/** Mean proficiency over the weeks from `from` on. */
export function meanProficiency(ramp: Ramp, from: number, weeks: number): number {
  return (proficiencyIntegral(ramp, from + weeks) - proficiencyIntegral(ramp, from)) / weeks;
}

/** Share of the weeks from `from` on that lie after training. */
export function shareAfterTraining({ trainingWeeks }: Ramp, from: number, weeks: number): number {
  return Math.min(1, Math.max(0, (from + weeks - trainingWeeks) / weeks));
}

/**
 * Share of a cohort that leaves in one period, so that leavers ÷ average headcount is the attrition given.
 *
 * @param attrition per year; may exceed 1
 * @param weeks since joining at the start of the period; undefined for proficient opening staff
 */
export function leavingShare(
  group: StaffGroup,
  attrition: number,
  yearFraction: number,
  weeks: number | undefined,
  length: number,
): number {
  const isNew = weeks !== undefined && weeks < group.newHireWeeks;
  const x = attrition * (isNew ? group.newHireFactor : 1) * yearFraction;
  const hazard = Math.min(1, x / (1 + x / 2));
  const { trainingWeeks } = group.ramp;
  const endsTraining = weeks !== undefined && weeks < trainingWeeks && trainingWeeks <= weeks + length;
  return endsTraining ? 1 - (1 - hazard) * (1 - group.trainingDropout) : hazard;
}

interface Cohort {
  people: number;
  /** Undefined for proficient opening staff. */
  weeks: number | undefined;
}

function openingCohorts(group: StaffGroup): Cohort[] {
  return [
    { people: group.proficientHeadcount, weeks: undefined },
    ...group.openingCohorts.map(({ people, weeksSinceJoining }) => ({ people, weeks: weeksSinceJoining })),
  ];
}

function peopleParameters(group: StaffGroup, grain: string): unknown {
  const {
    proficientHeadcount,
    openingCohorts: cohorts,
    ramp,
    newHireWeeks,
    newHireFactor,
    trainingDropout,
  } = group;
  return { proficientHeadcount, cohorts, ramp, newHireWeeks, newHireFactor, trainingDropout, grain };
}

/** The fixed inputs that decide who leaves and how soon people are productive. */
function peopleConstants(member: Member): readonly string[] {
  const own = [
    'proficientHeadcount',
    'newHireWeeks',
    'newHireFactor',
    'trainingDropout',
    'ramp.trainingWeeks',
    'ramp.nestingWeeks',
    'ramp.nestingProductivity',
    'ramp.rampWeeks',
  ];
  const cohorts = member.collections.get('openingCohorts') ?? [];
  return [
    ...own.map((name) => `${member.inputKey}.${name}`),
    ...cohorts.flatMap(({ inputKey }) => [`${inputKey}.people`, `${inputKey}.weeksSinceJoining`]),
  ];
}

/** Cohorts by period of joining: who leaves, who is there on average, and how productive they are. */
export const cohortsBlock: Block = {
  name: 'cohorts',
  appliesTo: ({ dimension, traits }) => dimension === 'groups' && traits['hiring'] !== 'follow',
  tie(member, context) {
    const group = groupOf(member, context);
    const length = weeksPerPeriod(context.calendar.grain);
    const id = (name: string) => `${member.key}.${name}`;
    return {
      inputs: [now(id('hires')), now(`${member.inputKey}.attrition`)],
      outputs: ['leavers', 'averageHeadcount', 'effectiveHeadcount', 'trainedHeadcount'].map(id),
      parameters: peopleParameters(group, context.calendar.grain),
      hasMemory: true,
      constants: peopleConstants(member),
      create() {
        let cohorts = openingCohorts(group);
        return {
          reset() {
            cohorts = openingCohorts(group);
          },
          step(t, { inputs: [hires, attrition], outputs }) {
            cohorts.push({ people: at(hires, t), weeks: 0 });
            const totals = [0, 0, 0, 0];
            for (const cohort of cohorts) {
              const share = leavingShare(group, at(attrition, t), context.yearFraction, cohort.weeks, length);
              const leavers = cohort.people * share;
              const average = cohort.people - leavers / 2;
              const proficiency =
                cohort.weeks === undefined ? 1 : meanProficiency(group.ramp, cohort.weeks, length);
              const trained =
                cohort.weeks === undefined ? 1 : shareAfterTraining(group.ramp, cohort.weeks, length);
              [leavers, average, average * proficiency, average * trained].forEach((value, place) => {
                totals[place] = (totals[place] ?? 0) + value;
              });
              cohort.people -= leavers;
              if (cohort.weeks !== undefined) cohort.weeks += length;
            }
            outputs.forEach((output, place) => {
              output[t] = totals[place] ?? 0;
            });
          },
        };
      },
    };
  },
};

/** Weeks of output that one hire loses until fully productive. */
export function lostWeeks({ trainingWeeks, nestingWeeks, nestingProductivity, rampWeeks }: Ramp): number {
  return (
    trainingWeeks + nestingWeeks * (1 - nestingProductivity) + (rampWeeks * (1 - nestingProductivity)) / 2
  );
}

/** Budget view: people follow the requirement, leavers are replaced, hires cost the weeks until they are productive. */
export const followersBlock: Block = {
  name: 'followers',
  appliesTo: ({ dimension, traits }) => dimension === 'groups' && traits['hiring'] === 'follow',
  tie(member, context) {
    const group = groupOf(member, context);
    const length = weeksPerPeriod(context.calendar.grain);
    const id = (name: string) => `${member.key}.${name}`;
    return {
      inputs: [now(id('targetHeadcount')), now(id('openingHeadcount')), now(`${member.inputKey}.attrition`)],
      outputs: ['hires', 'leavers', 'averageHeadcount'].map(id),
      parameters: peopleParameters(group, context.calendar.grain),
      hasMemory: true,
      constants: peopleConstants(member),
      create() {
        let netHires: number[] = [];
        return {
          reset() {
            netHires = [];
          },
          step(t, { inputs: [target, opening, attrition], outputs: [hires, leavers, average] }) {
            const level = at(target, t);
            const young = netHires.reduce(
              (sum, net, k) => ((t - k) * length < group.newHireWeeks ? sum + net : sum),
              0,
            );
            const leaving =
              at(attrition, t) * context.yearFraction * (level + (group.newHireFactor - 1) * young);
            const needed = level - at(opening, t) + leaving;
            const net = Math.max(0, needed);
            const started = net / (1 - group.trainingDropout);
            netHires.push(net);
            if (hires === undefined || leavers === undefined || average === undefined) return;
            hires[t] = started;
            leavers[t] = leaving + (started - net) + Math.max(0, -needed);
            average[t] = level + (started * lostWeeks(group.ramp)) / length;
          },
        };
      },
    };
  },
};

const NO_HIRING_PLAN =
  'The cheapest hiring cannot be worked out: what the group requires, pays or loses has no number in some period. Mend that first.';

/** Hires of the cheapest plan, found before the run. */
export const hiringPlanBlock: Block = {
  name: 'hiringPlan',
  appliesTo: ({ dimension, traits }) => dimension === 'groups' && traits['hiring'] === 'auto',
  tie(member, context) {
    const plan = context.hiringPlans.get(member.id);
    return {
      inputs: [],
      outputs: [`${member.key}.hires`],
      parameters: plan,
      hasMemory: false,
      constants: [
        `${member.key}.requiredFte`,
        ...[
          'hiring.coverage',
          'attrition',
          'pay.hourlyWage',
          'pay.annualSalary',
          'pay.overtimeMax',
          'costs.costPerHire',
          'costs.trainingPerHire',
        ].map((name) => `${member.inputKey}.${name}`),
      ],
      create: () => ({
        step(t, { outputs: [hires], fail }) {
          if (plan === undefined) fail({ nodeId: `${member.key}.hires`, text: NO_HIRING_PLAN });
          else if (hires !== undefined) hires[t] = plan[t] ?? 0;
        },
      }),
    };
  },
};
