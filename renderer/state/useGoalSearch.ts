import { useEffect, useRef, useState } from 'react';
import { type Fault, fault, type Result } from '#shared/kernel/result.ts';
import type { GoalAnswer, GoalQuestion } from '#shared/model/goalSeek.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { type RunningSearch, startGoalSeek } from '#renderer/engine/goalSeekRunner.ts';

export type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'done'; readonly question: GoalQuestion; readonly answer: Result<GoalAnswer, Fault> };

export interface GoalSearch {
  readonly state: SearchState;
  readonly start: (document: ScenarioDocument, question: GoalQuestion) => void;
  /** Gives up a running search, and forgets the answer of one that is done. */
  readonly stop: () => void;
}

const idle: SearchState = { kind: 'idle' };

/** One search at a time; it ends with the dialog that shows it. */
export function useGoalSearch(): GoalSearch {
  const [state, setState] = useState<SearchState>(idle);
  const running = useRef<RunningSearch | null>(null);
  const end = (): void => {
    running.current?.cancel();
    running.current = null;
  };
  useEffect(() => () => running.current?.cancel(), []);
  return {
    state,
    stop() {
      end();
      setState(idle);
    },
    start(document, question) {
      end();
      setState({ kind: 'running', share: 0 });
      const search = startGoalSeek(document, question, (share) => {
        if (running.current === search) setState({ kind: 'running', share });
      });
      running.current = search;
      const finish = (answer: Result<GoalAnswer, Fault>): void => {
        if (running.current !== search) return;
        running.current = null;
        setState({ kind: 'done', question, answer });
      };
      void search.answer.then(finish, () => finish(fault('internal')));
    },
  };
}
