import { resolve } from 'node:path';

const option = '--workspace';

/**
 * The workspace that a command line asks for: the file of `--workspace FILE`, or one that a double-click put there by its ending.
 * Windows knows no difference between capitals and small letters. The system and Chromium add switches of their own anywhere, which are not ours to judge.
 */
export function askedFile(args: readonly string[], folder: string): string | undefined {
  const given = args.findLast((argument) => argument.startsWith(`${option}=`))?.slice(option.length + 1);
  const place = args.lastIndexOf(option);
  const following = place < 0 ? undefined : args[place + 1];
  const clicked = args.findLast(
    (argument) => argument.toLowerCase().endsWith('.headroom') && !argument.startsWith('-'),
  );
  const file = given ?? following ?? clicked;
  return file === undefined || file === '' ? undefined : resolve(folder, file);
}
