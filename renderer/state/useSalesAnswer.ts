import { useEffect, useRef, useState } from 'react';
import { type Fault, fault, type Result } from '#shared/kernel/result.ts';
import type { SalesAnswer, SalesQuestion } from '#shared/model/salesAnswer.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { type RunningSalesAnswer, startSalesAnswer } from '#renderer/engine/salesAnswerRunner.ts';

export type AnswerState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly share: number }
  | {
      readonly kind: 'done';
      /** The plan that was asked; another one needs another answer. */
      readonly document: ScenarioDocument;
      readonly answer: Result<SalesAnswer, Fault>;
    };

export interface SalesAsking {
  readonly state: AnswerState;
  readonly ask: (document: ScenarioDocument, question: SalesQuestion) => void;
  readonly stop: () => void;
}

/** One question at a time; it ends with the screen that shows it. */
export function useSalesAnswer(): SalesAsking {
  const [state, setState] = useState<AnswerState>({ kind: 'idle' });
  const running = useRef<RunningSalesAnswer | null>(null);
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
    ask(document, question) {
      end();
      setState({ kind: 'running', share: 0 });
      const search = startSalesAnswer(document, question, (share) => {
        if (running.current === search) setState({ kind: 'running', share });
      });
      running.current = search;
      const finish = (answer: Result<SalesAnswer, Fault>): void => {
        if (running.current !== search) return;
        running.current = null;
        setState({ kind: 'done', document, answer });
      };
      void search.answer.then(finish, () => finish(fault('internal')));
    },
  };
}
