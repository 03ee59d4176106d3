import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the programs that read PDF are installed. */
export function hasPdfTools(): boolean {
  return spawnSync('pdftotext', ['-v']).error === undefined;
}

/** What a program makes of a PDF. */
function outputOf(program: string, bytes: Uint8Array, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    const ended = spawnSync(
      program,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8' },
    );
    if (ended.status !== 0) throw new Error(`${program} could not read the PDF: ${ended.stderr}`);
    return ended.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of each page. */
export function pdfPages(bytes: Uint8Array): readonly string[] {
  return outputOf('pdftotext', bytes, ['-layout', 'FILE', '-']).split('\f').slice(0, -1);
}

/** The fonts in it, one a line: name, and whether it is embedded. */
export function pdfFonts(
  bytes: Uint8Array,
): readonly { readonly name: string; readonly isEmbedded: boolean }[] {
  return outputOf('pdffonts', bytes, ['FILE'])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      name: line.split(/\s+/)[0] ?? '',
      isEmbedded: / yes (?:yes|no) (?:yes|no) /.test(line),
    }));
}
