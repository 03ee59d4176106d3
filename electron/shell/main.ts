/** The installed app: the services in this process, the page in one sandboxed window. It knows no rule of the domain. */
import { app, BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import { join } from 'node:path';
import { applicationId } from '#electron/platform/applicationId.ts';
import { askedFile } from '#electron/platform/askedFile.ts';
import { switches } from '#electron/platform/pagePolicy.ts';
import { outliveTerminal } from '#electron/platform/terminal.ts';
import { defaultWorkspaceFile } from '#electron/platform/workspaceLocation.ts';
import { startServices, type Services } from '#electron/services/composeServices.ts';
import { selfCheck } from '#electron/services/selfCheck.ts';
import { shellLanguage, shellTexts, type AppCommand } from '#shared/ipc/appCommands.ts';
import { createClient, type Client } from '#shared/ipc/client.ts';
import { themeSources, type PageState } from '#shared/ipc/pageState.ts';
import { closeTheDoors, registerScheme, servePage } from './appProtocol.ts';
import { openWorkspace, runCommand, saveWithDialog, type Texts } from './dialogs.ts';
import { createMenu } from './menu.ts';
import { keepOnPage, openWindow, windowOptions } from './window.ts';

async function start(wanted: string | undefined): Promise<void> {
  outliveTerminal();
  app.enableSandbox();
  registerScheme();
  for (const [name, value] of Object.entries(switches)) app.commandLine.appendSwitch(name, value);
  // Electron's own menu, which would be there until ours is, leads to the web.
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => keepOnPage(contents));
  // Until the window is there, a file that is double-clicked becomes the first one; then it takes the place of the open one.
  let open = (path: string): void => void (wanted = path);
  listenToSystem((path) => open(path));
  await app.whenReady();

  const workspaceFile = wanted ?? defaultWorkspaceFile();
  const listFolder = app.getPath('userData');
  const services = startServices({ workspaceFile, listFolder, reopensLast: wanted === undefined });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', services.close);
  const client = createClient({ call: services.dispatch, subscribe: services.subscribe });
  const settings = await client.call('setting.get', {});
  const shown = showWindow(services, client, settings.ok ? settings.value : {});
  open = shown.open;
  if (wanted !== undefined && wanted !== workspaceFile) open(wanted);
  await shown.loaded;
}

/** Files that are double-clicked, and a second start of the app, which ends at once and leaves its file to this one. */
function listenToSystem(open: (path: string) => void): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_event, _args, _folder, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    const file: unknown = Reflect.get(Object(data), 'file');
    if (typeof file === 'string') open(file);
  });
}

/** Shows the window and its menu, both as the page is: its language, its theme, and what it can do. */
function showWindow(services: Services, client: Client, { language, theme }: PageState) {
  let spoken = language ?? systemLanguage();
  const texts: Texts = () => shellTexts(spoken);
  const built = join(app.getAppPath(), 'dist');
  servePage(session.defaultSession, join(built, 'renderer'), services);
  closeTheDoors(session.defaultSession, !app.isPackaged);
  saveWithDialog(session.defaultSession, texts);
  nativeTheme.themeSource = themeSources[theme ?? 'auto'];
  const options = windowOptions(join(built, 'preload', 'index.cjs'), !app.isPackaged);
  const placeFile = join(app.getPath('userData'), 'window.json');
  const { window, bridge, loaded } = openWindow(options, placeFile, services, texts, (state) => {
    if (state.theme !== undefined) nativeTheme.themeSource = themeSources[state.theme];
    if (state.commands !== undefined) menu.offer(state.commands);
    if (state.language === undefined || state.language === spoken) return;
    spoken = state.language;
    void menu.install();
  });
  // Windows logs its user off without letting the app quit.
  window.on('session-end', services.close);
  const around = { window, client, texts };
  const open = (path: string): void => void openWorkspace(path, around);
  function run({ id, by }: AppCommand): void {
    if (by === 'shell') void runCommand(id, around);
    else bridge.send({ type: 'command-chosen', id });
  }
  const menu = createMenu(client, texts, { run, open });
  client.subscribe(({ type }) => void (type === 'workspace-changed' && menu.install()));
  void menu.install();
  return { open, loaded };
}

function systemLanguage(): string {
  return shellLanguage(app.getPreferredSystemLanguages());
}

function fail(reason: unknown, exitCode = 1): void {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  dialog.showErrorBox(shellTexts(systemLanguage()).dialog.notStarted, text);
  app.exit(exitCode);
}

/** `Headroom --self-check`: for whoever installed it. Opens nothing of the user's. */
async function check(): Promise<void> {
  const report = await selfCheck();
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`, () => app.exit(report.isWell ? 0 : 1));
}

// Not awaited: Electron becomes ready only after this module has been evaluated.
if (process.platform === 'win32') app.setAppUserModelId(applicationId);
const { file, problem } = askedFile(process.argv.slice(1), process.cwd());
if (process.argv.includes('--self-check')) check().catch(fail);
else if (problem !== undefined) fail(problem, 2);
else if (app.requestSingleInstanceLock({ file: file ?? null })) start(file).catch(fail);
else app.quit();
