import { useEffect, useRef, useState } from 'react';
import { type Fault, fault, type Result } from '#shared/kernel/result.ts';
import type { GoalAnswer, GoalQuestion } from '#shared/model/goalSeek.ts';
import type { SalesAnswer } from '#shared/model/salesAnswer.ts';
import type { SalesQuestion } from '#shared/model/salesQuestion.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { RunningWork } from '#renderer/engine/askWorker.ts';
import { startGoalSeek } from '#renderer/engine/goalSeekRunner.ts';
import { startSalesAnswer } from '#renderer/engine/salesAnswerRunner.ts';

/** How a question about a plan stands. */
type SearchState<Q, A> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly share: number }
  | {
      readonly kind: 'done';
      readonly question: Q;
      /** The plan that was asked; another one needs another answer. */
      readonly document: ScenarioDocument;
      readonly answer: Result<A, Fault>;
    };

interface Search<Q, A> {
  readonly state: SearchState<Q, A>;
  readonly start: (document: ScenarioDocument, question: Q) => void;
  /** Gives up what is running, and forgets the answer of what is done. */
  readonly stop: () => void;
}

type Begin<Q, A> = (
  document: ScenarioDocument,
  question: Q,
  onProgress: (share: number) => void,
) => RunningWork<Result<A, Fault>>;

/** One question at a time, answered in a worker; it ends with the component that shows it. */
function useSearch<Q, A>(begin: Begin<Q, A>): Search<Q, A> {
  const [state, setState] = useState<SearchState<Q, A>>({ kind: 'idle' });
  const running = useRef<RunningWork<Result<A, Fault>> | null>(null);
  const end = (): void => {
    running.current?.cancel();
    running.current = null;
  };
  useEffect(() => () => running.current?.cancel(), []);
  return {
    state,
    stop() {
      end();
      setState({ kind: 'idle' });
    },
    start(document, question) {
      end();
      setState({ kind: 'running', share: 0 });
      const search = begin(document, question, (share) => {
        if (running.current === search) setState({ kind: 'running', share });
      });
      running.current = search;
      const finish = (answer: Result<A, Fault>): void => {
        if (running.current !== search) return;
        running.current = null;
        setState({ kind: 'done', question, document, answer });
      };
      void search.answer.then(finish, () => finish(fault('internal')));
    },
  };
}

export type GoalState = SearchState<GoalQuestion, GoalAnswer>;

/** Looks for the input that makes a result what it should be. */
export function useGoalSearch(): Search<GoalQuestion, GoalAnswer> {
  return useSearch(startGoalSeek);
}

export type SalesState = SearchState<SalesQuestion, SalesAnswer>;

/** Asks whether a plan supports other deals. */
export function useSalesAnswer(): Search<SalesQuestion, SalesAnswer> {
  return useSearch(startSalesAnswer);
}
