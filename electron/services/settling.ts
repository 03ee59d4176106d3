import type { Handlers } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Events } from './events.ts';

/** Long enough for every window on this machine to say that it has something to save; those that have nothing stay silent. */
const noticeMilliseconds = 150;
const savingMilliseconds = 5_000;

/** Lets all windows save before another workspace takes the place of the present one. */
export interface Settling {
  readonly handlers: Pick<Handlers, 'workspace.settle'>;
  /** Resolves when all that had something to save have saved it; a fault when one could not. */
  settle(): Promise<Result<void, Fault<'not-writable'>>>;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

export function createSettling(events: Events): Settling {
  const answers = { turn: 0, saving: 0, hasFailed: false };
  return {
    handlers: {
      'workspace.settle': ({ turn: answered, state }) => {
        // A window that answers an earlier question is too late to be waited for.
        if (answered === answers.turn) {
          answers.saving += state === 'saving' ? 1 : -1;
          answers.hasFailed ||= state === 'failed';
        }
        return ok({});
      },
    },
    async settle() {
      Object.assign(answers, { turn: answers.turn + 1, saving: 0, hasFailed: false });
      events.emit({ type: 'workspace-leaving', turn: answers.turn });
      await pause(noticeMilliseconds);
      for (let waited = 0; answers.saving > 0 && waited < savingMilliseconds; waited += 20) await pause(20);
      if (answers.saving <= 0 && !answers.hasFailed) return ok(undefined);
      return fault(
        'not-writable',
        'A window has edits that could not be saved, so the workspace stays open. Save them there, or take them back, and try again.',
      );
    },
  };
}
