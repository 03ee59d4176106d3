import { openByPeriod, type OpenIntervals } from '#shared/model/blocks/staffing.ts';
import type { Queue } from '#shared/model/scenario.ts';
import type { Book } from './book.ts';

const known = new WeakMap<Book, Map<string, readonly OpenIntervals[]>>();

/** The open intervals of a queue by period, worked out once for a workbook: several sheets ask for them. */
export function openTimes(book: Book, queue: Queue): readonly OpenIntervals[] {
  const ofBook = known.get(book) ?? new Map<string, readonly OpenIntervals[]>();
  known.set(book, ofBook);
  const found = ofBook.get(queue.id);
  if (found !== undefined) return found;
  const made = openByPeriod(queue, book.plan.graph().context);
  ofBook.set(queue.id, made);
  return made;
}
