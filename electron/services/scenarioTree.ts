import type { ScenarioContent } from '#electron/db/scenarioRepo.ts';
import type { StoredScenario } from '#electron/db/rows.ts';
import type { Workspace } from '#electron/db/workspace.ts';
import type { Editable } from '#shared/model/variants/edit.ts';
import { inOrder, type Override } from '#shared/model/variants/override.ts';
import { resolve } from '#shared/model/variants/resolve.ts';

/** A stored scenario with all that flows through to it from those it builds on. */
export interface Grown extends Editable {
  /** What it has of its own that has no place any more in what it builds on. */
  readonly lost: readonly Override[];
}

/** Follows a scenario to what it builds on, any number of levels. */
export function grown({ scenarios }: Pick<Workspace, 'scenarios'>, stored: StoredScenario): Grown {
  const { content, parentId } = stored;
  if (content.format !== 'headroom/variant') return { document: content, variant: null, lost: [] };
  const parent = parentId === null ? undefined : scenarios.findAny(parentId);
  if (parent === undefined) throw new Error(`Scenario ${stored.id} builds on one that is not there.`);
  const base = grown({ scenarios }, parent).document;
  const overrides = inOrder(content.overrides);
  const { document, lost } = resolve(base, overrides);
  return { document, variant: { base, overrides }, lost };
}

/** What is stored of a scenario. */
export function contentOf({ document, variant }: Editable): ScenarioContent {
  if (variant === null) return document;
  return { format: 'headroom/variant', version: 1, overrides: [...variant.overrides] };
}

/** A scenario and all that build on it, at any number of levels, the nearest first. */
export function descendants({ scenarios }: Pick<Workspace, 'scenarios'>, id: string): readonly string[] {
  const found: string[] = [];
  let level = [id];
  while (level.length > 0) {
    level = level.flatMap((parentId) => scenarios.variantsOf(parentId).map((variant) => variant.id));
    found.push(...level);
  }
  return found;
}

/** The same content under another name, which never flows through from a parent. */
export function named(content: ScenarioContent, name: string): ScenarioContent {
  if (content.format !== 'headroom/variant') return { ...content, name };
  const others = content.overrides.filter(({ path }) => path !== 'name');
  return { ...content, overrides: [...inOrder([...others, { path: 'name', value: name }])] };
}
