import type { NodeHead } from '#shared/model/plan.ts';
import { headOf, measureHead, membersFor, type ReportSource } from './source.ts';

/** Every measure and input that a pack shows, of every member that it shows, each once. */
export function packHeads(source: ReportSource): readonly NodeHead[] {
  const { pack, plan } = source;
  const heads = pack.pages.flatMap((page): readonly (NodeHead | undefined)[] => {
    if (page.kind === 'case') return [];
    if (page.kind !== 'members') return page.metrics.map(({ measure }) => measureHead(source, measure));
    return membersFor(source, page.of).flatMap((member) =>
      page.metrics.map(({ measure }) => headOf(plan, member, measure)),
    );
  });
  return [...new Set(heads.filter((head) => head !== undefined))];
}
