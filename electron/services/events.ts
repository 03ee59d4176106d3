import type { PlannerEvent } from '#shared/ipc/envelope.ts';
import type { Log } from './ports.ts';

export interface Events {
  emit(event: PlannerEvent): void;
  subscribe(listener: (event: PlannerEvent) => void): () => void;
}

/** Tells every listener; one that throws does not keep the others from hearing. */
export function createEvents(log: Log): Events {
  const listeners = new Set<{ readonly hear: (event: PlannerEvent) => void }>();
  return {
    emit(event) {
      for (const { hear } of listeners) {
        try {
          hear(event);
        } catch (error) {
          log.error(`A listener to ${event.type} failed.`, error);
        }
      }
    },
    subscribe(listener) {
      const entry = { hear: listener };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
  };
}
