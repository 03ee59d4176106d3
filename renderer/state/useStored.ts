import { useCallback, useEffect, useState } from 'react';
import type { Input, OperationName, Output } from '#shared/ipc/contract.ts';
import type { Fault } from '#shared/kernel/result.ts';
import { usePlanSession } from './usePlan.ts';

export interface Stored<T> {
  /** null until it is there. */
  readonly value: T | null;
  readonly fault: Fault | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/**
 * What is stored, read again when the question changes, when a scenario of the workspace changes, and on `reload`. An
 * answer to an earlier question is dropped.
 *
 * @param input null asks nothing
 */
export function useStored<K extends OperationName>(name: K, input: Input<K> | null): Stored<Output<K>> {
  const { client } = usePlanSession();
  const [answer, setAnswer] = useState<Omit<Stored<Output<K>>, 'reload'>>(nothing);
  const [turn, setTurn] = useState(0);
  // Inputs are plain and small: two with the same text are the same question.
  const question = input === null ? null : JSON.stringify(input);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  useEffect(() => {
    if (input === null) return setAnswer(nothing);
    let isWanted = true;
    setAnswer((last) => ({ ...last, isLoading: true }));
    void client.call(name, input).then((result) => {
      if (!isWanted) return;
      setAnswer({
        value: result.ok ? result.value : null,
        fault: result.ok ? null : result.fault,
        isLoading: false,
      });
    });
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text stands for the input
  }, [client, name, question, turn]);
  useEffect(
    () => client.subscribe((event) => (event.type === 'scenario-changed' ? reload() : undefined)),
    [client, reload],
  );
  return { ...answer, reload };
}

const nothing = { value: null, fault: null, isLoading: false } as const;
