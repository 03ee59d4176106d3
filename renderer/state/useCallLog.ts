import { useEffect, useState } from 'react';
import type { CallLogProfile, CallLogQuestion } from '#shared/model/profiles/callLog.ts';
import { startCallLog } from '#renderer/engine/callLogRunner.ts';

export interface CallLogReading {
  /** How far it is; null when nothing is being read. */
  readonly share: number | null;
  readonly profile: CallLogProfile | undefined;
  readonly isDone: boolean;
}

const idle: CallLogReading = { share: null, profile: undefined, isDone: false };

interface Told {
  readonly question: CallLogQuestion;
  readonly reading: CallLogReading;
}

/** Reads a log in a worker, again whenever the question is another object; closing gives it up. */
export function useCallLog(text: string | null, question: CallLogQuestion | null): CallLogReading {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (text === null || question === null) return;
    let isWanted = true;
    const show = (reading: CallLogReading): void => {
      if (isWanted) setTold({ question, reading });
    };
    const read = async (): Promise<void> => {
      try {
        show({ share: null, profile: await running.answer, isDone: true });
      } catch {
        show({ ...idle, isDone: true });
      }
    };
    const running = startCallLog(text, question, (share) => show({ ...idle, share }));
    void read();
    return () => {
      isWanted = false;
      running.cancel();
    };
  }, [text, question]);
  // What was read for other columns is no answer to these.
  return told === null || told.question !== question ? idle : told.reading;
}
