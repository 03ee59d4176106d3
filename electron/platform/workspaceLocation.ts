import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from './folders.ts';

/** The folder of the user's own data, by the habits of each system. The same in every host, so that they share one workspace. */
export function dataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Headroom');
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Headroom');
  const shared = environment['XDG_DATA_HOME'];
  // The XDG rules ask to ignore a relative path.
  const base = shared !== undefined && shared.startsWith('/') ? shared : join(home, '.local', 'share');
  return join(base, 'Headroom');
}

export function defaultWorkspaceFile(): string {
  return join(dataFolder(), 'workspace.headroom');
}

/** Makes the folder of a workspace, closed to other users: plans hold pay. An existing folder keeps its rights. */
export function makeWorkspaceFolder(workspaceFile: string): void {
  makeFolder(dirname(workspaceFile));
}
