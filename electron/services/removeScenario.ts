import type { ParsedInput } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Context } from './context.ts';
import { descendants } from './scenarioTree.ts';
import { forgetDeleted } from './settingService.ts';
import { setParent } from './variantService.ts';

function hasVariants(names: readonly string[]) {
  const list = names
    .slice(0, 5)
    .map((name) => `"${name}"`)
    .join(', ');
  const more = names.length - 5;
  return fault(
    'has-variants',
    more > 0
      ? `Other scenarios build on it: ${list} and ${more} more. Let them stand on their own first, or delete them.`
      : `Other scenarios build on it: ${list}. Let them stand on their own first, or delete them.`,
  );
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
  if (deleted.length !== gone.length) return fault('not-found');
  forgetDeleted(context);
  return ok(gone);
}
