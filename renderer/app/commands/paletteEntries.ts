import type { TFunction } from 'i18next';
import { lineLabel, type PlanFigures } from '#renderer/state/figures.ts';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import type { Findable } from './search.ts';
import type { Action } from './useActionList.ts';

/** Something that the palette offers. */
export type PaletteEntry = Findable & {
  readonly kind: 'action' | 'scenario' | 'measure' | 'input';
  /** Of the action, of the scenario, or of the number of the plan. */
  readonly target: string;
  readonly keys?: string;
};

/** The numbers of the plan by the name of their line and whose they are, those of the plan as a whole first. */
function numberEntries({ nodes, structure }: PlanFigures): readonly PaletteEntry[] {
  const owners = new Map(structure.members.map((member) => [member.key, member]));
  const entries = [...nodes.values()].map((node): PaletteEntry => {
    const owner = owners.get(node.memberKey);
    const detail = owner === undefined || owner.dimension === 'plan' ? '' : owner.name;
    const { kind, id } = node;
    return { id: `number ${id}`, kind, target: id, label: lineLabel(node), detail };
  });
  return entries.toSorted((a, b) => Number(a.detail !== '') - Number(b.detail !== ''));
}

interface Sources {
  readonly actions: readonly Action[];
  readonly scenarios: readonly ListedScenario[];
  readonly openId: string | null;
  readonly figures: PlanFigures | null;
  readonly t: TFunction;
}

/** All that can be looked for, what can be done first. */
export function paletteEntries({ actions, scenarios, openId, figures, t }: Sources): readonly PaletteEntry[] {
  const possible = actions.filter(({ id, isPossible }) => isPossible && id !== 'help.palette');
  return [
    ...possible.map(({ id, label, keys, group }): PaletteEntry => {
      const entry = {
        id: `action ${id}`,
        kind: 'action',
        target: id,
        label,
        detail: t(`palette.group.${group}`),
      } as const;
      return keys === undefined ? entry : { ...entry, keys };
    }),
    ...scenarios
      .filter(({ id }) => id !== openId)
      .map(({ id, name }): PaletteEntry => ({
        id: `scenario ${id}`,
        kind: 'scenario',
        target: id,
        label: t('palette.open', { name }),
        detail: t('palette.kind.scenario'),
      })),
    ...(figures === null ? [] : numberEntries(figures)),
  ];
}
