import { ipcMain, type BrowserWindow } from 'electron';
import { createPageSaving, type PageSaving } from '#electron/platform/pageLife.ts';
import { isOwnSender } from '#electron/platform/pagePolicy.ts';
import type { Services } from '#electron/services/composeServices.ts';
import type { PlannerEvent } from '#shared/ipc/envelope.ts';
import { pageStateCall, takePageState, type PageState } from '#shared/ipc/pageState.ts';

const callChannel = 'planner:call';
const eventChannel = 'planner:event';

/** The page's answer to `closing`. This and its state are the only calls that are the shell's own. */
const settledCall = 'window.settled';

export type PageServices = Pick<Services, 'dispatch' | 'subscribe'>;

export interface Bridge {
  send(event: PlannerEvent): void;
  readonly saving: PageSaving;
}

/** Connects the services with the page of one window. Only its main frame is answered. */
export function connectPage(
  window: BrowserWindow,
  services: PageServices,
  onState: (state: PageState) => void,
): Bridge {
  const send = (event: PlannerEvent): void => {
    if (!window.webContents.isCrashed()) window.webContents.send(eventChannel, event);
  };
  const saving = createPageSaving(() => send({ type: 'closing' }));
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isOwnSender(event, window.webContents))
      throw new Error('Only the main frame of the app is answered.');
    saving.wake();
    if (name === settledCall) return saving.answer(input === true);
    if (name === pageStateCall) return takePageState(input, onState);
    return services.dispatch(typeof name === 'string' ? name : '', input);
  });
  const unsubscribe = services.subscribe(send);
  window.once('closed', () => {
    unsubscribe();
    ipcMain.removeHandler(callChannel);
  });
  return { send, saving };
}
