import type { Handlers, Output } from '#shared/ipc/contract.ts';
import { fault, faultSentences, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Context } from './context.ts';
import { saveCommands } from './saveCommands.ts';

type Applied = Result<Output<'scenario.apply'>, Fault<'not-found' | 'stale-revision' | 'invalid-plan'>>;

export function editHandlers(context: Context): Pick<Handlers, 'scenario.apply' | 'scenario.journal'> {
  const { workspace, events } = context;
  const { scenarios } = workspace;
  return {
    'scenario.apply': ({ id, baseRevision, commands }) => {
      const saved = workspace.write((): Applied => {
        const stored = scenarios.find(id);
        if (stored === undefined) return fault('not-found');
        if (stored.revision !== baseRevision) {
          const detail = `It is at revision ${stored.revision}, the edits were made on ${baseRevision}.`;
          return fault('stale-revision', `${faultSentences['stale-revision']} ${detail}`);
        }
        const revision = saveCommands(context, stored, commands);
        return revision.ok ? ok({ revision: revision.value }) : revision;
      });
      if (saved.ok) events.emit({ type: 'scenario-changed', id, revision: saved.value.revision });
      return saved;
    },

    'scenario.journal': ({ id, limit, before = Number.MAX_SAFE_INTEGER }) =>
      scenarios.find(id) === undefined ? fault('not-found') : ok([...scenarios.edits(id, limit, before)]),
  };
}
