import { contextBridge, ipcRenderer } from 'electron';

// Generic on purpose: operations and events are declared in the contract, and this file never changes with them.

type Listener = (event: unknown) => unknown;

const listeners = new Set<Listener>();

/** Whether the page has saved: a listener says no by returning or resolving to false, or by failing. */
async function hasSettled(event: unknown): Promise<boolean> {
  const outcomes = await Promise.allSettled([...listeners].map(async (listener) => listener(event)));
  return outcomes.every((outcome) => outcome.status === 'fulfilled' && outcome.value !== false);
}

ipcRenderer.on('planner:event', (_sender, event: { readonly type: string }) => {
  const settled = hasSettled(event);
  if (event.type !== 'closing') return;
  void settled.then((isSaved) => ipcRenderer.invoke('planner:call', 'window.settled', isSaved));
});

contextBridge.exposeInMainWorld('headroom', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('planner:call', name, input),
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
});
