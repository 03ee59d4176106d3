import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { isOwnAddress } from '#electron/platform/pagePolicy.ts';
import type { Services } from '#electron/services/composeServices.ts';
import type { PlannerEvent } from '#shared/ipc/envelope.ts';

const callChannel = 'planner:call';
const eventChannel = 'planner:event';

/** The only call that is the shell's own: the page's answer to `closing`, with whether everything is saved. */
const settledCall = 'window.settled';

export type PageServices = Pick<Services, 'dispatch' | 'subscribe'>;

export interface Bridge {
  send(event: PlannerEvent): void;
  /** Asks the page to save. Resolves to whether it could; a page that does not answer in time could not. */
  settle(milliseconds: number): Promise<boolean>;
}

/** Connects the services with the page of one window. Only its main frame is answered. */
export function connectPage(window: BrowserWindow, services: PageServices): Bridge {
  let onSettled: (isSaved: boolean) => void = () => {};
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event, window)) throw new Error('Only the main frame of the app is answered.');
    if (name !== settledCall) return services.dispatch(typeof name === 'string' ? name : '', input);
    return onSettled(input === true);
  });
  const send = (event: PlannerEvent): void => {
    if (!window.webContents.isCrashed()) window.webContents.send(eventChannel, event);
  };
  const unsubscribe = services.subscribe(send);
  window.once('closed', () => {
    unsubscribe();
    ipcMain.removeHandler(callChannel);
  });
  return {
    send,
    settle: (milliseconds) =>
      new Promise((done) => {
        const timer = setTimeout(() => done(false), milliseconds);
        onSettled = (isSaved) => {
          clearTimeout(timer);
          done(isSaved);
        };
        send({ type: 'closing' });
      }),
  };
}

function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent, { webContents }: BrowserWindow): boolean {
  if (sender.id !== webContents.id || senderFrame === null) return false;
  return senderFrame.parent === null && isOwnAddress(senderFrame.url);
}
