import type { Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

export type StoredOffer = NonNullable<NonNullable<ScenarioDocument['sourcing']>['offers']>[number];

export function offersOf(document: ScenarioDocument): readonly StoredOffer[] {
  return document.sourcing?.offers ?? [];
}

function freeId(offers: readonly StoredOffer[]): string {
  const taken = new Set(offers.map(({ id }) => id));
  let number = offers.length + 1;
  while (taken.has(`offer${number}`)) number += 1;
  return `offer${number}`;
}

/** A new offer for the first queue, without a price yet. */
export function addOffer(document: ScenarioDocument, name: string): readonly Command[] {
  const offers = offersOf(document);
  const queue = document.queues?.[0]?.id ?? '';
  const member = { id: freeId(offers), name, queue, pricing: 'perHour', price: 0 };
  if (document.sourcing === undefined)
    return [{ type: 'setInput', path: 'sourcing', value: { offers: [member] } }];
  return [{ type: 'insertMember', path: 'sourcing.offers', place: offers.length, member }];
}

export function offerPath({ id }: Pick<StoredOffer, 'id'>): string {
  return `sourcing.offers.${id}`;
}

/** The rows of an offer that come in any number, and what a new one begins with. */
export const offerRows = {
  bands: { from: 0, price: 0 },
  slaTiers: { atLeast: 0.8, adjust: 0 },
  agreed: { measure: 'serviceLevel', want: 'atLeast', target: 0.8 },
} as const;

export function addRow(
  offer: StoredOffer,
  list: 'bands' | 'slaTiers' | 'agreed' | 'actuals',
  member: Readonly<Record<string, string | number>>,
): Command {
  return {
    type: 'insertMember',
    path: `${offerPath(offer)}.${list}`,
    place: offer[list]?.length ?? 0,
    member: { ...member },
  };
}
