import { parseArgs } from 'node:util';
import { workspaceComplaint } from '#electron/platform/askedFile.ts';
import { defaultWorkspaceFile } from '#electron/platform/workspaceLocation.ts';

export interface HostArguments {
  readonly opensWindow: boolean;
  readonly isDevelopment: boolean;
  readonly port: number;
  readonly workspaceFile: string;
  /** Nobody named a file: the workspace that was open last comes up again. */
  readonly reopensLast: boolean;
}

/** Reads the options of `npm start`; throws a sentence for the user when one is not understood. */
export function readHostArguments(args: readonly string[]): HostArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      workspace: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(
      `--port: found "${values.port}", expected a whole number from 0 (any free port) to 65535.`,
    );
  }
  const complaint = values.workspace === undefined ? undefined : workspaceComplaint(values.workspace);
  if (complaint !== undefined) throw new Error(complaint);
  return {
    opensWindow: !values.headless,
    isDevelopment: values.dev,
    port,
    workspaceFile: values.workspace ?? defaultWorkspaceFile(),
    reopensLast: values.workspace === undefined,
  };
}
