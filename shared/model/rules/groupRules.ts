import type { Problem } from '#shared/kernel/result.ts';
import { periodsOf, yearFraction } from '../periods.ts';
import type { Scenario, StaffGroup } from '../scenario.ts';
import { isFormulaSeries, type Series, seriesValue } from '../series.ts';
import { figure, oneOf, periodText, repeated } from './words.ts';

const SHARE_TOLERANCE = 1e-9;

function payProblems({ id, pay, vendor }: StaffGroup): readonly Problem[] {
  if (vendor !== undefined) return [];
  const path = `staffGroups.${id}.pay`;
  if (pay === undefined) {
    return [{ path, found: 'nothing', expected: 'pay with hourlyWage or annualSalary, or a vendor' }];
  }
  const { hourlyWage, annualSalary } = pay;
  if ((hourlyWage === undefined) !== (annualSalary === undefined)) return [];
  const found =
    hourlyWage === undefined ? 'neither hourlyWage nor annualSalary' : 'both hourlyWage and annualSalary';
  return [{ path, found, expected: 'one of the two' }];
}

function hiringProblems({ id, hiring, trainingDropout }: StaffGroup): readonly Problem[] {
  if (hiring.mode !== 'follow' || trainingDropout < 1) return [];
  const expected = 'a share below 1, since people cannot follow the requirement when nobody ends training';
  return [{ path: `staffGroups.${id}.trainingDropout`, found: String(trainingDropout), expected }];
}

/** What is wrong with a group beyond its single fields. */
export function groupProblems(group: StaffGroup, scenario: Scenario): readonly Problem[] {
  const path = `staffGroups.${group.id}`;
  const known = scenario.queues.map(({ id }) => id);
  const served = group.queues.map(({ id }) => id);
  const roles = group.support.map(({ role }) => role);
  return [
    ...served
      .filter((id) => !known.includes(id))
      .map((id) => ({ path: `${path}.queues`, found: `"${id}"`, expected: oneOf('queues', known) })),
    ...repeated(`${path}.queues`, served, 'queue'),
    ...repeated(`${path}.support`, roles, 'role'),
    ...payProblems(group),
    ...hiringProblems(group),
  ];
}

/** Each part's value in every period until one of them fails; parts that are formulas are known only when the plan runs. */
function firstFailure(
  { calendar }: Scenario,
  parts: readonly { readonly name: string; readonly series: Series }[],
  isFine: (total: number) => boolean,
): { readonly total: string; readonly when: string; readonly list: string } | undefined {
  const fraction = yearFraction(calendar.grain);
  for (const period of periodsOf(calendar)) {
    const values = parts.flatMap(({ name, series }) =>
      isFormulaSeries(series) ? [] : [{ name, value: seriesValue(series, period, fraction) }],
    );
    const total = values.reduce((sum, { value }) => sum + value, 0);
    if (isFine(total)) continue;
    const list = values.map(({ name, value }) => `${name} ${figure(value)}`).join(', ');
    return { total: figure(total), when: periodText(period), list };
  }
  return undefined;
}

/** Paid time that is always away: the parts of one kind of shrinkage add up to all of it. */
export function shrinkageProblems(scenario: Scenario): readonly Problem[] {
  return scenario.staffGroups.flatMap(({ id, shrinkage }) =>
    (['outOfOffice', 'inOffice'] as const).flatMap((place) => {
      const parts = Object.entries(shrinkage[place]).map(([name, series]) => ({ name, series }));
      const failure = firstFailure(scenario, parts, (total) => total < 1);
      if (failure === undefined) return [];
      const found = `${failure.total} in all in ${failure.when} (${failure.list})`;
      return [
        {
          path: `staffGroups.${id}.shrinkage.${place}`,
          found,
          expected: 'less than 1, or nobody is ever available',
        },
      ];
    }),
  );
}

/** Queues that nobody serves, or whose shares do not add up to 1 in some period. */
export function shareProblems(scenario: Scenario): readonly Problem[] {
  return scenario.queues.flatMap(({ id }) => {
    const parts = scenario.staffGroups.flatMap((group) =>
      group.queues.filter((route) => route.id === id).map(({ share }) => ({ name: group.id, series: share })),
    );
    const [first] = parts;
    if (first === undefined) {
      const expected = `a staff group with "${id}" among its queues`;
      return [{ path: `queues.${id}`, found: 'no staff group that serves it', expected }];
    }
    if (parts.some(({ series }) => isFormulaSeries(series))) return [];
    const failure = firstFailure(scenario, parts, (total) => Math.abs(total - 1) <= SHARE_TOLERANCE);
    if (failure === undefined) return [];
    const found = `shares of "${id}" that add up to ${failure.total} in ${failure.when} (${failure.list})`;
    return [{ path: `staffGroups.${first.name}.queues`, found, expected: 'shares that add up to 1' }];
  });
}
