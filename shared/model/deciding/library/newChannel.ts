import { type Effect, meanOfSeries, type TemplateContext } from './context.ts';

/**
 * Contacts that arrive at another queue: with the customers that bring them where both queues know the segment, else as
 * a number of contacts a month.
 *
 * @param share of the first queue's first contacts that arrive, the new ones included
 */
export function moved(
  { scenario, queue, toQueue }: TemplateContext,
  share: number,
  confidence: number,
): readonly Effect[] {
  if (queue === undefined || toQueue === undefined) return [];
  const notDeflected = 1 - (meanOfSeries(scenario, queue.deflection) ?? 0);
  const known = new Set(toQueue.demand.map(({ segment }) => segment));
  const path = `queues.${toQueue.id}`;
  const rows = queue.demand
    .filter(({ segment }) => known.has(segment))
    .flatMap((row) =>
      (['contactsPerCustomer', 'contactsPerNewCustomer'] as const).flatMap((name): readonly Effect[] => {
        const rate = (meanOfSeries(scenario, row[name]) ?? 0) * share * notDeflected;
        const target = `${path}.demand.${row.segment}.${name}`;
        return rate === 0 ? [] : [{ target, op: 'add', value: rate, confidence }];
      }),
    );
  const volume = (meanOfSeries(scenario, queue.volume) ?? 0) * share * notDeflected;
  const apart = queue.demand
    .filter(({ segment }) => !known.has(segment))
    .reduce((sum, row) => {
      const customers = scenario.segments.find(({ id }) => id === row.segment)?.openingCustomers ?? 0;
      const rate = meanOfSeries(scenario, row.contactsPerCustomer) ?? 0;
      return sum + customers * rate * share * notDeflected;
    }, 0);
  const perMonth = volume + apart;
  return perMonth === 0
    ? rows
    : [...rows, { target: `${path}.volume`, op: 'add', value: perMonth, confidence }];
}
