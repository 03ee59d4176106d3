import type { ParsedInput } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Context } from './context.ts';
import { descendants } from './scenarioTree.ts';
import { setParent } from './variantService.ts';

function hasVariants(names: readonly string[]) {
  const list = names.slice(0, 5).map((name) => `"${name}"`);
  const more = names.length > list.length ? ` and ${names.length - list.length} more` : '';
  const built = `${list.join(', ')}${more} build${names.length === 1 ? 's' : ''} on it.`;
  return fault('has-variants', `${built} Let them stand on their own first, or delete them.`);
}

/** Hides a scenario, and returns the ids of all that are gone with it. Belongs into a transaction. */
export function remove(
  context: Context,
  id: string,
  variants: ParsedInput<'scenario.delete'>['variants'],
): Result<readonly string[], Fault<'not-found' | 'has-variants'>> {
  const { workspace, ports } = context;
  const direct = workspace.scenarios.variantsOf(id);
  if (direct.length > 0 && variants === 'refuse') return hasVariants(direct.map(({ name }) => name));
  const gone = variants === 'delete' ? [id, ...descendants(workspace, id)] : [id];
  if (variants === 'detach') {
    for (const variant of direct) {
      const alone = setParent(context, { id: variant.id, parentId: null });
      if (!alone.ok) return hasVariants([variant.name]);
    }
  }
  const deleted = gone.filter((one) => workspace.scenarios.markDeleted(one, ports.clock.now()));
  return deleted.length === gone.length ? ok(gone) : fault('not-found');
}
