/** The installed app: the services in this process, the page in one sandboxed window. It knows no rule of the domain. */
import { app, dialog, Menu, session } from 'electron';
import { join } from 'node:path';
import { askedFile } from '#electron/platform/askedFile.ts';
import { switches } from '#electron/platform/pagePolicy.ts';
import { beginSession } from '#electron/platform/sessionMark.ts';
import { defaultWorkspaceFile } from '#electron/platform/workspaceLocation.ts';
import { startServices, type Services } from '#electron/services/composeServices.ts';
import { selfCheck } from '#electron/services/selfCheck.ts';
import { appCommands, shellTexts, type AppCommandId, type ShellTexts } from '#shared/ipc/appCommands.ts';
import { appMenu } from '#shared/ipc/appMenu.ts';
import { createClient, type Client } from '#shared/ipc/client.ts';
import { closeTheDoors, registerScheme, servePage } from './appProtocol.ts';
import { openWorkspace, runCommand, saveWithDialog, tellRecovered } from './dialogs.ts';
import { keepOnPage, openWindow, windowOptions, type OpenedWindow } from './window.ts';

async function start(asked: string | undefined): Promise<void> {
  app.enableSandbox();
  registerScheme();
  for (const [name, value] of Object.entries(switches)) app.commandLine.appendSwitch(name, value);
  app.on('web-contents-created', (_event, contents) => keepOnPage(contents));
  let wanted = asked;
  let opened: OpenedWindow | undefined;
  // Until the window is there, a file that is double-clicked becomes the first one; then it takes the place of the open one.
  let open = (path: string): void => void (wanted = path);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_event, _args, _folder, data) => {
    if (opened?.window.isMinimized() === true) opened.window.restore();
    opened?.window.focus();
    const file: unknown = Reflect.get(Object(data), 'file');
    if (typeof file === 'string') open(file);
  });
  await app.whenReady();

  const workspaceFile = wanted ?? defaultWorkspaceFile();
  const stateFolder = app.getPath('userData');
  const mark = beginSession(stateFolder);
  const services = startServices({ workspaceFile, reopensLast: wanted === undefined });
  app.on('window-all-closed', () => app.quit());
  const end = (): void => {
    services.close();
    mark.end();
  };
  app.on('will-quit', end);
  const client = createClient({ call: services.dispatch, subscribe: services.subscribe });
  const settings = await client.call('setting.get', {});
  const texts = shellTexts(settings.ok ? settings.value.language : undefined);
  opened = await showPage(services, texts, stateFolder);
  const { window } = opened;
  // Windows logs its user off without letting the app quit.
  window.on('session-end', end);
  open = (path) => void openWorkspace(path, window, client, texts);
  if (wanted !== undefined && wanted !== workspaceFile) open(wanted);
  await followMenu(opened, client, texts, open);
  if (mark.wasCutShort) await tellRecovered(window, texts);
}

function showPage(services: Services, texts: ShellTexts, stateFolder: string): Promise<OpenedWindow> {
  const built = join(app.getAppPath(), 'dist');
  const hasTools = !app.isPackaged;
  servePage(session.defaultSession, join(built, 'renderer'), services);
  closeTheDoors(session.defaultSession, hasTools);
  saveWithDialog(session.defaultSession, texts);
  const options = windowOptions(join(built, 'preload', 'index.cjs'), hasTools);
  return openWindow(options, join(stateFolder, 'window.json'), services, texts);
}

/** Keeps the menu in step with the workspaces opened lately. */
async function followMenu(
  { window, bridge }: OpenedWindow,
  client: Client,
  texts: ShellTexts,
  open: (path: string) => void,
): Promise<void> {
  function run(id: AppCommandId): void {
    const command = appCommands.find((known) => known.id === id);
    if (command?.by === 'shell') void runCommand(command.id, window, client, texts);
    else bridge.send({ type: 'command-chosen', id });
  }
  async function install(): Promise<void> {
    const listed = await client.call('workspace.list', {});
    const recent = listed.ok ? listed.value.filter(({ state }) => state !== 'missing').slice(0, 9) : [];
    const hasTools = !app.isPackaged;
    const entries = appMenu(process.platform === 'darwin', { texts, recent, hasTools, run, open });
    Menu.setApplicationMenu(Menu.buildFromTemplate(entries));
    if (recent[0] !== undefined) app.addRecentDocument(recent[0].path);
  }
  client.subscribe(({ type }) => void (type === 'workspace-changed' && install()));
  await install();
}

function fail(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  dialog.showErrorBox(shellTexts(undefined).dialog.notStarted, text);
  app.exit(1);
}

/** `Headroom --self-check`: for whoever installed it. Opens nothing of the user's. */
async function check(): Promise<void> {
  const report = await selfCheck();
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`, () => app.exit(report.isWell ? 0 : 1));
}

// Not awaited: Electron becomes ready only after this module has been evaluated.
const asked = askedFile(process.argv.slice(1), process.cwd());
if (process.argv.includes('--self-check')) check().catch(fail);
else if (app.requestSingleInstanceLock({ file: asked ?? null })) start(asked).catch(fail);
else app.quit();
