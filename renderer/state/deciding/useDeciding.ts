import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Fault, fault, type Result } from '#shared/kernel/result.ts';
import type { DecidingAnswer, DecidingTask } from '#shared/model/deciding/decidingWork.ts';
import { type RunningDecision, startDeciding } from '#renderer/engine/decidingRunner.ts';

type AnswerOf<K extends DecidingAnswer['kind']> = Extract<DecidingAnswer, { kind: K }>;

export interface Deciding<T> {
  /** The last answer, also while the next one is being worked out; null before there is one. */
  readonly answer: T | null;
  readonly fault: Fault | null;
  /** How far it has come; null when nothing runs. */
  readonly share: number | null;
  readonly isCancelled: boolean;
  readonly cancel: () => void;
  readonly restart: () => void;
}

/** Typing goes on for a moment: only what it comes to is worked out. */
const QUIET_MILLISECONDS = 250;

/** One time that a question is asked. */
interface Run {
  readonly task: DecidingTask | null;
  readonly turn: number;
}

interface Ended {
  readonly run: Run;
  readonly isCancelled: boolean;
}

function isOfKind<K extends DecidingAnswer['kind']>(answer: DecidingAnswer, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind;
}

/** Begins after a moment of quiet, unless it is given up before. */
function startSoon(
  task: DecidingTask,
  onProgress: (share: number) => void,
  onEnd: (result: Result<DecidingAnswer, Fault>) => void,
): () => void {
  let running: RunningDecision | null = null;
  let isWanted = true;
  const finish = (result: Result<DecidingAnswer, Fault>): void => {
    if (isWanted) onEnd(result);
  };
  const timer = setTimeout(() => {
    running = startDeciding(task, (share) => (isWanted ? onProgress(share) : undefined));
    void running.answer.then(finish, () => finish(fault('internal')));
  }, QUIET_MILLISECONDS);
  return () => {
    isWanted = false;
    clearTimeout(timer);
    running?.cancel();
  };
}

/**
 * Works a question out in a worker, again whenever the task is another object. Keep it the same while it is the same.
 *
 * @param task null works out nothing and keeps the last answer
 */
export function useDeciding<K extends DecidingTask['kind']>(
  kind: K,
  task: Extract<DecidingTask, { kind: K }> | null,
): Deciding<AnswerOf<K>> {
  const [result, setResult] = useState<Result<DecidingAnswer, Fault> | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const [progress, setProgress] = useState<{ readonly run: Run; readonly share: number } | null>(null);
  const [turn, setTurn] = useState(0);
  const giveUp = useRef<(() => void) | null>(null);
  const run = useMemo((): Run => ({ task, turn }), [task, turn]);
  useEffect(() => {
    if (run.task === null) return undefined;
    const stop = startSoon(
      run.task,
      (share) => setProgress({ run, share }),
      (found) => {
        setResult(found);
        setEnded({ run, isCancelled: false });
      },
    );
    giveUp.current = stop;
    return stop;
  }, [run]);
  const cancel = useCallback(() => {
    giveUp.current?.();
    setEnded({ run, isCancelled: true });
  }, [run]);
  const restart = useCallback(() => setTurn((last) => last + 1), []);
  const isEnded = task === null || ended?.run === run;
  return {
    answer: result?.ok === true && isOfKind(result.value, kind) ? result.value : null,
    fault: isEnded && result?.ok === false ? result.fault : null,
    share: isEnded ? null : progress?.run === run ? progress.share : 0,
    isCancelled: ended?.run === run && ended.isCancelled,
    cancel,
    restart,
  };
}
