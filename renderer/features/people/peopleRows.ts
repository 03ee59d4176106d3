import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';
import { membersOf, partsOf, type Translate } from '#renderer/state/members.ts';
import { ownRows } from '#renderer/state/ownRows.ts';
import type { PlanRow } from '#renderer/state/planRows.ts';

interface Context {
  readonly structure: PlanStructure;
  readonly group: ViewMember;
  readonly t: Translate;
}

/** A cause of shrinkage is named by its id in the plan. */
function causeName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');
}

function openingRows({ structure, group, t }: Context): readonly PlanRow[] {
  const cohorts = partsOf(structure, group, 'openingCohorts').flatMap(
    ({ inputKey }, place): readonly PlanRow[] => [
      { node: `${inputKey}.people`, of: t('people.cohort', { number: place + 1 }) },
      { node: `${inputKey}.weeksSinceJoining`, of: t('people.cohort', { number: place + 1 }) },
    ],
  );
  return [{ node: `${group.inputKey}.proficientHeadcount` }, ...cohorts];
}

/** Opening, who joins, who leaves, closing. */
function headcountRows(context: Context): readonly PlanRow[] {
  const { group, t } = context;
  const { key, inputKey } = group;
  return [
    {
      group: `${key}:opening`,
      label: t('people.opening'),
      startsCollapsed: true,
      rows: openingRows(context),
    },
    { node: `${key}.openingHeadcount` },
    { node: `${inputKey}.hiring.perMonth` },
    { node: `${inputKey}.hiring.coverage` },
    { node: `${key}.classStarts` },
    { node: `${key}.hires` },
    { node: `${inputKey}.attrition` },
    { node: `${key}.leavers` },
    { node: `${key}.closingHeadcount`, isTotal: true },
    { node: `${key}.averageHeadcount` },
    { node: `${inputKey}.fteRatio` },
    { node: `${key}.paidFte` },
  ];
}

function newHireRows({ inputKey }: ViewMember): readonly PlanRow[] {
  const ramp = ['trainingWeeks', 'nestingWeeks', 'nestingProductivity', 'rampWeeks'];
  return [
    ...ramp.map((name) => ({ node: `${inputKey}.ramp.${name}` })),
    { node: `${inputKey}.trainingDropout` },
    { node: `${inputKey}.newHireWeeks` },
    { node: `${inputKey}.newHireFactor` },
  ];
}

function shrinkageRows({ structure, group }: Context): readonly PlanRow[] {
  const causes = (['outOfOffice', 'inOffice'] as const).flatMap((dimension) =>
    partsOf(structure, group, dimension).map(({ id, inputKey }) => ({
      node: inputKey,
      label: causeName(id),
    })),
  );
  return [...causes, { node: `${group.key}.shrinkage`, isTotal: true }];
}

function hoursRows({ group }: Context): readonly PlanRow[] {
  const { key, inputKey } = group;
  return [
    { node: `${inputKey}.weeklyHours` },
    { node: `${inputKey}.workDaysPerWeek` },
    { node: `${key}.hoursPerFte` },
    { node: `${key}.availableHours` },
    { node: `${inputKey}.scheduleEfficiency` },
    { node: `${key}.hours.productive` },
    { node: `${key}.requiredHours` },
    { node: `${key}.productiveFte` },
  ];
}

function groupRows(context: Context): readonly PlanRow[] {
  const { group, t } = context;
  const { key, inputKey } = group;
  const closed = (name: string, label: string, rows: readonly PlanRow[]): PlanRow => ({
    group: `${key}:${name}`,
    label,
    rows,
    startsCollapsed: true,
  });
  return [
    { node: `${key}.requiredFte` },
    { node: `${key}.effectiveFte` },
    { node: `${key}.surplus`, isTotal: true },
    { node: `${inputKey}.pay.overtimeMax` },
    { node: `${key}.overtimeFte` },
    { group: `${key}:headcount`, label: t('people.headcount'), rows: headcountRows(context) },
    closed('newHires', t('people.newHires'), newHireRows(group)),
    closed('shrinkage', t('people.shrinkage'), shrinkageRows(context)),
    closed('hours', t('people.hours'), hoursRows(context)),
  ];
}

/** Per group: what is required, what is there, and how people come and go. */
export function peopleRows(structure: PlanStructure, t: Translate): readonly PlanRow[] {
  const whole: PlanRow = {
    group: 'plan:people',
    label: t('people.wholePlan'),
    rows: [
      { node: 'plan.requiredFte' },
      { node: 'plan.effectiveFte' },
      { node: 'plan.surplus', isTotal: true },
      { node: 'plan.overtimeFte' },
      { node: 'plan.averageHeadcount' },
      { node: 'plan.hires' },
      { node: 'plan.leavers' },
      { node: 'plan.attritionAnnualised' },
    ],
  };
  const groups = membersOf(structure, 'groups').map((group): PlanRow => ({
    group: group.key,
    label: group.name,
    rows: [...groupRows({ structure, group, t }), ownRows(group, 'groups', t)],
  }));
  return [whole, ...groups];
}
