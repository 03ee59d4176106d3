import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Fault, fault, type Result } from '#shared/kernel/result.ts';
import type { CompareAnswer, CompareTask } from '#shared/model/compare/compareWork.ts';
import type { RunningWork } from '#renderer/engine/askWorker.ts';
import { startComparison } from '#renderer/engine/compareRunner.ts';

/** An answer with the question that it is the answer to. */
export interface Answered<T extends CompareTask> {
  readonly task: T;
  readonly answer: Result<CompareAnswer, Fault>;
}

export interface Comparison<T extends CompareTask> {
  /** The last answer, also while the next one is being computed; null before there is one. */
  readonly answered: Answered<T> | null;
  /** How far it has come; null when nothing runs. */
  readonly share: number | null;
  readonly isCancelled: boolean;
  readonly cancel: () => void;
  readonly restart: () => void;
}

/** One computation of a task; another object whenever it is begun again. */
interface Run<T> {
  readonly task: T | null;
  readonly turn: number;
}

interface Ended<T extends CompareTask> {
  readonly run: Run<T>;
  /** null when it was given up. */
  readonly answered: Answered<T> | null;
}

/**
 * Computes a comparison in a worker, again whenever the task is another object. Keep it the same while it is the same.
 *
 * @param task null computes nothing
 */
export function useComparison<T extends CompareTask>(task: T | null): Comparison<T> {
  const [ended, setEnded] = useState<Ended<T> | null>(null);
  const [progress, setProgress] = useState<{ readonly run: Run<T>; readonly share: number } | null>(null);
  const [turn, setTurn] = useState(0);
  const running = useRef<RunningWork<Result<CompareAnswer, Fault>> | null>(null);
  const run = useMemo((): Run<T> => ({ task, turn }), [task, turn]);
  useEffect(() => {
    const { task: asked } = run;
    if (asked === null) return undefined;
    const comparison = startComparison(asked, (share) => {
      if (running.current === comparison) setProgress({ run, share });
    });
    running.current = comparison;
    const finish = (answer: Result<CompareAnswer, Fault>): void => {
      if (running.current !== comparison) return;
      running.current = null;
      setEnded({ run, answered: { task: asked, answer } });
    };
    void comparison.answer.then(finish, () => finish(fault('internal')));
    return () => {
      if (running.current === comparison) running.current = null;
      comparison.cancel();
    };
  }, [run]);
  const cancel = useCallback(() => {
    running.current?.cancel();
    running.current = null;
    setEnded({ run, answered: null });
  }, [run]);
  const restart = useCallback(() => setTurn((last) => last + 1), []);
  const isEnded = task === null || ended?.run === run;
  return {
    answered: task === null || ended === null ? null : ended.answered,
    share: isEnded ? null : progress?.run === run ? progress.share : 0,
    isCancelled: isEnded && ended !== null && ended.answered === null,
    cancel,
    restart,
  };
}
