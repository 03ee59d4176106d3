import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const option = '--workspace';

/** What stands behind the option is no file: nothing, or the next switch, so that the file was forgotten. */
export function workspaceComplaint(found: string | undefined): string | undefined {
  if (found !== undefined && found !== '' && !found.startsWith('-')) return undefined;
  const what = found === undefined || found === '' ? 'nothing' : `"${found}"`;
  return `${option}: found ${what}, expected the path of a workspace. For a path that begins with "-", write ./ in front of it.`;
}

/** What a command line asks to be opened, or why that makes no sense. */
export type Asked =
  | { readonly file: string | undefined; readonly problem?: never }
  | { readonly file?: never; readonly problem: string };

/**
 * The workspace that a command line asks for: the file of `--workspace FILE`, or one that a double-click put there by its ending.
 * Windows knows no difference between capitals and small letters. The system and Chromium add switches of their own anywhere, which are not ours to judge.
 */
export function askedFile(args: readonly string[], folder: string): Asked {
  const place = args.findLastIndex((argument) => argument === option || argument.startsWith(`${option}=`));
  const given = args[place] === option ? args[place + 1] : args[place]?.slice(option.length + 1);
  const problem = place < 0 ? undefined : workspaceComplaint(given);
  if (problem !== undefined) return { problem };
  const clicked = args.findLast(
    (argument) => argument.toLowerCase().endsWith('.headroom') && !argument.startsWith('-'),
  );
  const file = given ?? clicked;
  return { file: file === undefined ? undefined : resolve(folder, pathOf(file)) };
}

/** File managers of Linux may give the file that was clicked as an address. */
function pathOf(file: string): string {
  try {
    return file.startsWith('file:') ? fileURLToPath(file) : file;
  } catch {
    // An address of another machine, or none at all: opening it will say so.
    return file;
  }
}
