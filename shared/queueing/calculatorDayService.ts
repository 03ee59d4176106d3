/** Service of an interval in contacts rather than shares, so that the intervals of a day can be added up. */

import type { CalculatorModel } from './calculator.ts';
import { offeredLoad, type CalculatorInput } from './calculatorInput.ts';
import { erlangA } from './erlangA.ts';
import { erlangC } from './erlangC.ts';

/** Shares as the goal counts them; null where there is nobody to measure. */
export interface DayService {
  readonly level: number | null;
  /** Mean wait of the answered, seconds; null under Erlang C also with an overload. */
  readonly asa: number | null;
  readonly pAbandon: number | null;
  readonly occupancy: number | null;
  readonly counts: ServiceCounts;
}

/** What the shares are made of. */
export interface ServiceCounts {
  readonly contacts: number;
  readonly answered: number;
  readonly inTime: number;
  /** Contacts below the line of the service level. */
  readonly counted: number;
  /** Seconds waited by the answered; null when the queue grows without bound or nobody answers. */
  readonly waited: number | null;
  readonly busySlots: number;
  readonly slots: number;
}

/**
 * Service of one interval with some agents on duty.
 *
 * @param agents real, >= 0
 * @throws DomainError naming the argument
 * @example dayService(calculatorDefaults, 'erlangC', 68).counts.answered // 400
 */
export function dayService(input: CalculatorInput, model: CalculatorModel, agents: number): DayService {
  const slots = agents * input.concurrency;
  return serviceFrom(model === 'erlangC' ? endlessCounts(input, slots) : patientCounts(input, slots));
}

/**
 * The service of several intervals as if they were one.
 *
 * @param services at least one
 * @example joinServices([dayService(calculatorDefaults, 'erlangC', 68)]).counts.contacts // 400
 */
export function joinServices(services: readonly DayService[]): DayService {
  const total = (field: Exclude<keyof ServiceCounts, 'waited'>) =>
    services.reduce((sum, { counts }) => sum + counts[field], 0);
  const waited = services.reduce<number | null>(
    (sum, { counts }) => (sum === null || counts.waited === null ? null : sum + counts.waited),
    0,
  );
  return serviceFrom({
    contacts: total('contacts'),
    answered: total('answered'),
    inTime: total('inTime'),
    counted: total('counted'),
    waited,
    busySlots: total('busySlots'),
    slots: total('slots'),
  });
}

function serviceFrom(counts: ServiceCounts): DayService {
  const { contacts, answered, inTime, counted, waited, busySlots, slots } = counts;
  return {
    level: counted > 0 ? Math.min(1, inTime / counted) : null,
    asa: answered > 0 && waited !== null ? waited / answered : null,
    pAbandon: contacts > 0 ? Math.max(0, 1 - answered / contacts) : null,
    occupancy: slots > 0 ? busySlots / slots : null,
    counts,
  };
}

/** Under Erlang C everyone is answered in the end, however late. */
function endlessCounts(input: CalculatorInput, slots: number): ServiceCounts {
  const { contacts, aht, within } = input;
  const { sl, asa, occupancy } = erlangC({ load: offeredLoad(input), agents: slots, aht, within });
  return {
    contacts,
    answered: contacts,
    inTime: contacts * sl,
    counted: contacts,
    waited: asa === null ? null : contacts * asa,
    busySlots: slots * occupancy,
    slots,
  };
}

function patientCounts(input: CalculatorInput, slots: number): ServiceCounts {
  const { contacts, aht, within, abandonsCount } = input;
  const patience = input.patience ?? Number.NaN;
  const service = erlangA({ load: offeredLoad(input), agents: slots, aht, patience, within });
  const answered = contacts * (1 - service.pAbandon);
  const counted = {
    offered: contacts,
    answered,
    excludeShort: contacts * (1 - service.pAbandonWithin),
  };
  return {
    contacts,
    answered,
    inTime: contacts * service.slOffered,
    counted: counted[abandonsCount],
    waited: answered * (service.asa ?? 0),
    busySlots: slots * (service.occupancy ?? 0),
    slots,
  };
}
