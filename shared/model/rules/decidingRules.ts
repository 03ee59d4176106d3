import type { Problem } from '#shared/kernel/result.ts';
import type { Scenario } from '../scenario.ts';
import { figure, oneOf, repeated } from './words.ts';

const LAST_DIGITS = 1e-9;

function causeProblems({ staffGroups }: Scenario): readonly Problem[] {
  return staffGroups.flatMap(({ id, attritionCauses = [] }) => {
    const path = `staffGroups.${id}.attritionCauses`;
    const total = attritionCauses.reduce((sum, { share }) => sum + share, 0);
    const names = attritionCauses.map(({ cause }) => cause);
    const found = `shares that add up to ${figure(total)}`;
    return [
      ...(total > 1 + LAST_DIGITS
        ? [{ path, found, expected: 'shares of all leavers, at most 1 together' }]
        : []),
      ...repeated(path, names, 'cause'),
    ];
  });
}

function chosenShareProblems({ sourcing, queues }: Scenario): readonly Problem[] {
  const chosen = (sourcing?.offers ?? []).filter(({ isChosen }) => isChosen);
  return queues.flatMap(({ id }) => {
    const total = chosen.filter(({ queue }) => queue === id).reduce((sum, { share }) => sum + share, 0);
    const found = `chosen offers for "${id}" that add up to ${figure(total)}`;
    const expected = 'shares of at most 1 for each queue; the rest stays in-house';
    return total > 1 + LAST_DIGITS ? [{ path: 'sourcing.offers', found, expected }] : [];
  });
}

function offerProblems(scenario: Scenario): readonly Problem[] {
  const { sourcing, queues, currency: own, calendar } = scenario;
  if (sourcing === undefined) return [];
  const known = queues.map(({ id }) => id);
  const ids = sourcing.offers.map(({ id }) => id);
  const each = sourcing.offers.flatMap(({ id, queue, start, bands, currency = own, currencyRate }) => {
    const path = `sourcing.offers.${id}`;
    const early = 'a date in the plan or after it';
    const rateExpected = `${own} without a rate, since the plan is in ${own} too`;
    return [
      ...(known.includes(queue)
        ? []
        : [{ path: `${path}.queue`, found: `"${queue}"`, expected: oneOf('queues', known) }]),
      ...(start !== undefined && start < calendar.start
        ? [{ path: `${path}.start`, found: `"${start}"`, expected: early }]
        : []),
      ...(currency === own && currencyRate !== 1
        ? [{ path: `${path}.currencyRate`, found: figure(currencyRate), expected: rateExpected }]
        : []),
      ...repeated(
        `${path}.bands`,
        bands.map(({ from }) => figure(from)),
        'volume',
      ),
    ];
  });
  return [...repeated('sourcing.offers', ids, 'id'), ...each];
}

/** What is wrong with the parts of a scenario that only decisions read. */
export function decidingProblems(scenario: Scenario): readonly Problem[] {
  return [...causeProblems(scenario), ...offerProblems(scenario), ...chosenShareProblems(scenario)];
}
