import { isInPeriod } from '../periods.ts';
import { block, formula, lines } from './define.ts';
import { groupOf } from './requirement.ts';

/** Who is there, who joins and leaves, and how much of them is productive. */
export const peopleLines = lines('groups', {
  openingStaff: {
    label: 'Staff at the start of the plan',
    unit: 'people',
    text: 'Proficient people and those still in training or ramp when the plan begins.',
    rollup: 'first',
    isDetail: true,
    how: formula('proficientHeadcount + sum(openingCohorts, people)'),
  },
  openingHeadcount: {
    label: 'Opening headcount',
    unit: 'people',
    text: 'People at the start of the period, before hires join.',
    rollup: 'first',
    how: formula('prior(closingHeadcount, openingStaff)'),
  },
  classStarts: {
    label: 'Class starts',
    unit: 'people',
    text: 'People of hiring classes that start in the period.',
    rollup: 'sum',
    isDetail: true,
    how: {
      by: 'hiring',
      cases: {
        manual: {
          fact: (member, context) => {
            const { hiring } = groupOf(member, context);
            const classes = hiring.mode === 'manual' ? hiring.classes : [];
            return (period) =>
              classes
                .filter(({ start }) => isInPeriod(start, period))
                .reduce((sum, { people }) => sum + people, 0);
          },
        },
      },
    },
  },
  targetHeadcount: {
    label: 'Target headcount',
    unit: 'people',
    text: 'People kept so that the covered part of the requirement is staffed.',
    rollup: 'mean',
    isDetail: true,
    how: { by: 'hiring', cases: { follow: formula('hiring.coverage * requiredFte / fteRatio') } },
  },
  hires: {
    label: 'Hires',
    unit: 'people',
    text: 'People who start, on the first day of the period.',
    rollup: 'sum',
    how: {
      by: 'hiring',
      cases: {
        manual: formula('hiring.perMonth * m + classStarts'),
        follow: block('followers'),
        auto: block('hiringPlan'),
      },
    },
  },
  leavers: {
    label: 'Leavers',
    unit: 'people',
    text: 'People who leave, evenly over the period; new hires leave more easily, and some drop out of training.',
    rollup: 'sum',
    how: {
      by: 'hiring',
      cases: { manual: block('cohorts'), auto: block('cohorts'), follow: block('followers') },
    },
  },
  closingHeadcount: {
    label: 'Closing headcount',
    unit: 'people',
    text: 'People at the end of the period.',
    rollup: 'last',
    how: formula('openingHeadcount + hires - leavers'),
  },
  averageHeadcount: {
    label: 'Average headcount',
    unit: 'people',
    text: 'People on the books on average over the period.',
    rollup: 'mean',
    how: {
      by: 'hiring',
      cases: { manual: block('cohorts'), auto: block('cohorts'), follow: block('followers') },
    },
  },
  effectiveHeadcount: {
    label: 'Effective headcount',
    unit: 'people',
    text: 'Average headcount weighted by proficiency: trainees count nothing, those in ramp their part.',
    rollup: 'mean',
    isDetail: true,
    how: {
      by: 'hiring',
      cases: { manual: block('cohorts'), auto: block('cohorts'), follow: formula('targetHeadcount') },
    },
  },
  trainedHeadcount: {
    label: 'Trained headcount',
    unit: 'people',
    text: 'Average headcount past training, which a partner bills.',
    rollup: 'mean',
    isDetail: true,
    how: {
      by: 'hiring',
      cases: { manual: block('cohorts'), auto: block('cohorts'), follow: formula('targetHeadcount') },
    },
  },
  paidFte: {
    label: 'Paid FTE',
    unit: 'fte',
    text: 'Average headcount in full-time equivalents.',
    rollup: 'mean',
    how: formula('averageHeadcount * fteRatio'),
  },
  effectiveFte: {
    label: 'Effective FTE',
    unit: 'fte',
    text: 'Full-time equivalents weighted by proficiency: what the requirement is set against.',
    rollup: 'mean',
    how: formula('effectiveHeadcount * fteRatio'),
  },
  billedFte: {
    label: 'Billed FTE',
    unit: 'fte',
    text: 'Full-time equivalents past training.',
    rollup: 'mean',
    isDetail: true,
    how: formula('trainedHeadcount * fteRatio'),
  },
  surplus: {
    label: 'Surplus or gap',
    unit: 'fte',
    text: 'Effective less required FTE; negative is a gap.',
    rollup: 'mean',
    how: formula('effectiveFte - requiredFte'),
  },
  overtimeFte: {
    label: 'Overtime FTE',
    unit: 'fte',
    text: 'Overtime that closes the gap, up to its limit.',
    rollup: 'mean',
    how: formula('min(max(0, -surplus), pay.overtimeMax * paidFte)'),
  },
});
