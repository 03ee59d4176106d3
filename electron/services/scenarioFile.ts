import { createReadStream, readFileSync, statSync } from 'node:fs';
import { fault, type Failed, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { parseScenarioText, validateScenario } from '#shared/model/validate.ts';

/** Scenario files as people have them: on a disk, through a pipe, or uploaded; in the encodings that editors write. */

const BYTES_PER_MEGABYTE = 1024 * 1024;
/** A plan of 60 months with 20 queues takes under one; more is no scenario but a mistake. */
const MAX_MEGABYTES = 8;
export const maxScenarioBytes = MAX_MEGABYTES * BYTES_PER_MEGABYTE;

export type ScenarioFileFault = Fault<'invalid-file' | 'invalid-plan'>;

function refused(path: string, found: string, expected: string): Failed<Fault<'invalid-file'>> {
  return fault('invalid-file', `The file cannot be read as a scenario: ${found}. Expected ${expected}.`, [
    { path, found, expected },
  ]);
}

function tooLarge(bytes?: number): Failed<Fault<'invalid-file'>> {
  const size =
    bytes === undefined ? `more than ${MAX_MEGABYTES} MB` : `${(bytes / BYTES_PER_MEGABYTE).toFixed(1)} MB`;
  return refused('file', size, `a scenario of at most ${MAX_MEGABYTES} MB`);
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, place) => bytes[place] === byte);
}

/** The encoding by its byte order mark; undefined where the file is in none that we read. */
function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return undefined;
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

const REPLACEMENT = '\uFFFD';

/** Where the first byte stands that is no UTF-8. A replacement character that the text itself holds is fine. */
function firstBadByte(bytes: Uint8Array): { readonly offset: number; readonly line: number } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  let offset = 0;
  for (let from = 0; ;) {
    const at = text.indexOf(REPLACEMENT, from);
    offset += Buffer.byteLength(text.slice(from, at < 0 ? text.length : at));
    const isOwn = startsWith(bytes.subarray(offset), [0xef, 0xbf, 0xbd]);
    if (at < 0 || !isOwn) return { offset, line: text.slice(0, Math.max(0, at)).split('\n').length };
    offset += 3;
    from = at + 1;
  }
}

function badEncoding(bytes: Uint8Array, encoding: Encoding): Failed<Fault<'invalid-file'>> {
  if (encoding !== 'utf-8') return refused('file', 'damaged UTF-16 text', 'text in UTF-8');
  const { offset, line } = firstBadByte(bytes);
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return refused(
    `byte ${offset} (line ${line})`,
    `the byte ${byte}, which is no UTF-8`,
    'text saved as UTF-8',
  );
}

function textOf(bytes: Uint8Array): Result<string, Fault<'invalid-file'>> {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return refused('file', 'UTF-32 text', 'text saved as UTF-8');
  if (encoding === 'utf-8' && bytes.subarray(0, 4).includes(0)) {
    return refused(
      'byte 0',
      'zero bytes, as in UTF-16 without a byte order mark or in no text at all',
      'text saved as UTF-8',
    );
  }
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return badEncoding(bytes, encoding);
  }
}

/**
 * The scenario in the bytes of a file: UTF-8 with or without a byte order mark, UTF-16 with one, at most 8 MB.
 *
 * @returns `invalid-file` with the place (byte, or line and column) where it is no text or no JSON; `invalid-plan` with
 * every problem where it is no possible plan
 */
export function scenarioOfBytes(bytes: Uint8Array): Result<Scenario, ScenarioFileFault> {
  if (bytes.byteLength > maxScenarioBytes) return tooLarge(bytes.byteLength);
  if (bytes.byteLength === 0) return refused('file', 'an empty file', 'the JSON text of a scenario');
  const text = textOf(bytes);
  return text.ok ? parseScenarioText(text.value) : text;
}

/** The same from a pipe. Stops reading where it is too large. */
export async function scenarioOfStream(
  stream: AsyncIterable<Uint8Array | string>,
): Promise<Result<Scenario, ScenarioFileFault>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.byteLength;
    if (size > maxScenarioBytes) return tooLarge();
  }
  return scenarioOfBytes(Buffer.concat(chunks));
}

const READ_ERRORS: Readonly<Record<string, readonly [found: string, expected: string]>> = {
  ENOENT: ['no such file', 'the path of a scenario file'],
  ENOTDIR: ['no such file', 'the path of a scenario file'],
  EISDIR: ['a folder', 'a file'],
  EACCES: ['a file that may not be read', 'a file with permission to read it'],
  EPERM: ['a file that may not be read', 'a file with permission to read it'],
  ENAMETOOLONG: ['a path that is too long', 'the path of a scenario file'],
  ELOOP: ['links that lead nowhere', 'the path of a scenario file'],
  EIO: ['a disk that cannot be read', 'a file that can be read'],
};

/** The scenario in a file of the disk. */
export async function readScenarioFile(path: string): Promise<Result<Scenario, ScenarioFileFault>> {
  try {
    const entry = statSync(path);
    if (entry.isFile() && entry.size > maxScenarioBytes) return tooLarge(entry.size);
    return await scenarioOfStream(createReadStream(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const known = READ_ERRORS[code];
    if (known === undefined) throw error;
    return refused('file', ...known);
  }
}

function isPossiblePlan(value: unknown): value is ScenarioDocument {
  return validateScenario(value).ok;
}

/** The document in a file as it is written there, without the defaults filled in: stored, it stays what its author wrote. */
export async function readScenarioDocument(
  path: string,
): Promise<Result<ScenarioDocument, ScenarioFileFault>> {
  const scenario = await readScenarioFile(path);
  if (!scenario.ok) return scenario;
  const text = textOf(readFileSync(path));
  if (!text.ok) return text;
  const document: unknown = JSON.parse(text.value);
  return isPossiblePlan(document)
    ? ok(document)
    : refused('file', 'a file that has just been changed', 'one at rest');
}
