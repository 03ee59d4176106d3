/** `headroom queueing --batch`: one question to a queueing model a line, one answer a line, in order, for as many as come. */
import { once } from 'node:events';
import { parseJson } from '#shared/kernel/jsonText.ts';
import { caseModels, evaluateCase } from '#shared/queueing/cases.ts';
import { createLineSplitter } from './lineSplitter.ts';
import type { CommandStreams } from './main.ts';

const LONGEST_LINE_BYTES = 8 * 1024 * 1024;

const USAGE = `Usage: headroom queueing --batch

Reads one JSON object a line from the standard input:
  {"id": "a1", "model": "erlangC", "inputs": {"load": 10, "agents": 14, "aht": 180, "within": 20}}
and writes one line for each, in the same order:
  {"id": "a1", "result": {...}}    the measures; null where the model has no steady state
  {"id": "a1", "error": {"code": "out-of-range", "message": "...", "path": "agents"}}

Loads are in Erlangs, times in seconds, shares between 0 and 1. Empty lines are passed over, fields other than
id, model and inputs are ignored, a wrong line is answered and never ends the run. The id is a text or a number.

Models: ${caseModels().join(', ')}
`;

interface AnswerError {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

type Id = string | number | null;

function failed(id: Id, code: string, path: string, message: string): string {
  const error: AnswerError = { code, message, path };
  return JSON.stringify({ id, error });
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}

function answerFields(fields: ReadonlyMap<string, unknown>): string {
  const given = fields.get('id') ?? null;
  if (typeof given !== 'string' && typeof given !== 'number' && given !== null) {
    return failed(null, 'wrong-type', 'id', 'id: found neither a text nor a number.');
  }
  const model = fields.get('model');
  if (model === undefined) return failed(given, 'missing-field', 'model', 'model: is missing.');
  if (typeof model !== 'string') return failed(given, 'wrong-type', 'model', 'model: found no text.');
  if (!fields.has('inputs')) return failed(given, 'missing-field', 'inputs', 'inputs: is missing.');
  const evaluated = evaluateCase(model, fields.get('inputs'));
  if (evaluated.ok) return JSON.stringify({ id: given, result: evaluated.value });
  const { code, path, message } = evaluated.fault;
  return failed(given, code, path, message);
}

/** The answer to one line, without its end. Never throws. */
function answerLine(text: string): string {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const { column, found, expected } = parsed.fault;
    return failed(null, 'bad-json', '', `Column ${column}: found ${found}, expected ${expected}.`);
  }
  const fields = fieldsOf(parsed.value);
  if (fields === null) return failed(null, 'wrong-type', '', 'Expected an object with id, model and inputs.');
  try {
    return answerFields(fields);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const id = fields.get('id');
    const known = typeof id === 'string' || typeof id === 'number' ? id : null;
    return failed(known, 'internal', '', `The model could not be computed: ${reason}`);
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @param line without its end; null when it was too long to keep */
function answerBytes(line: Uint8Array | null): string {
  if (line === null) {
    const most = LONGEST_LINE_BYTES / 1024 / 1024;
    return failed(null, 'line-too-long', '', `The line is longer than ${most} MB and was passed over.`);
  }
  let text: string;
  try {
    text = decoder.decode(line);
  } catch {
    return failed(null, 'bad-encoding', '', 'The line is not UTF-8.');
  }
  return text.trim() === '' ? '' : answerLine(text);
}

/** @returns false once nobody reads any more */
type Write = (text: string) => Promise<boolean>;

/**
 * Writing that waits until the reader keeps up. That the reader has left is known from the error alone: the standard output
 * of a process never says that it is closed.
 */
function createWrite(stdout: NodeJS.WritableStream): Write {
  let isGone = false;
  stdout.once('error', () => (isGone = true));
  return async (text) => {
    if (isGone || text === '' || stdout.write(text)) return !isGone;
    // The wait ends with an error as well, which `isGone` then tells.
    await once(stdout, 'drain').catch(() => undefined);
    return !isGone;
  };
}

const WRITE_LENGTH = 65_536;

/** Answers line by line as they come in; what is held at once is one chunk and one line. */
async function answerAll(stdin: NodeJS.ReadableStream, write: Write): Promise<void> {
  const lines = createLineSplitter(LONGEST_LINE_BYTES);
  let answers = '';
  const answer = async (line: Uint8Array | null): Promise<boolean> => {
    const text = answerBytes(line);
    if (text !== '') answers += `${text}\n`;
    if (answers.length < WRITE_LENGTH) return true;
    const full = answers;
    answers = '';
    return write(full);
  };
  for await (const chunk of stdin) {
    for (const line of lines.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)) {
      if (!(await answer(line))) return;
    }
    const ready = answers;
    answers = '';
    if (!(await write(ready))) return;
  }
  const last = lines.end();
  if (last !== undefined) await answer(last);
  await write(answers);
}

export async function runQueueing(args: readonly string[], io: CommandStreams): Promise<number> {
  const [option, ...rest] = args;
  const write = createWrite(io.stdout);
  if (option === '--help' || option === '-h') {
    await write(USAGE);
    return 0;
  }
  if (option !== '--batch' || rest.length > 0) {
    io.stderr.write(USAGE);
    return 2;
  }
  await answerAll(io.stdin, write);
  return 0;
}
