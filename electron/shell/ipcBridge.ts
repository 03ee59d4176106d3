import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { Services } from '#electron/services/composeServices.ts';
import { isOwnAddress } from './appProtocol.ts';

const callChannel = 'planner:call';
const eventChannel = 'planner:event';

/** The only call that is the shell's own: the page's answer to `closing`, with whether everything is saved. */
const settledCall = 'window.settled';

export interface Bridge {
  /** Asks the page to save. Resolves to whether it could; a page that does not answer in time could not. */
  settle(milliseconds: number): Promise<boolean>;
}

/** Connects the services with the page of one window. Only its main frame is answered. */
export function connectPage(window: BrowserWindow, services: Services): Bridge {
  let onSettled: (isSaved: boolean) => void = () => {};
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event, window)) throw new Error('Only the main frame of the app is answered.');
    if (name !== settledCall) return services.dispatch(String(name), input);
    return onSettled(input === true);
  });
  const unsubscribe = services.subscribe((event) => window.webContents.send(eventChannel, event));
  window.once('closed', () => {
    unsubscribe();
    ipcMain.removeHandler(callChannel);
  });
  return {
    settle: (milliseconds) =>
      new Promise((done) => {
        const timer = setTimeout(() => done(false), milliseconds);
        onSettled = (isSaved) => {
          clearTimeout(timer);
          done(isSaved);
        };
        window.webContents.send(eventChannel, { type: 'closing' });
      }),
  };
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && isOwnAddress(frame.url);
}
