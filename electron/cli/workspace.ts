import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FileTool, openFileTool } from '#electron/services/fileTool.ts';
import { readScenarioDocument } from '#electron/services/scenarioFile.ts';
import { writeWhole } from '#electron/services/writeWhole.ts';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { CommandStreams } from './main.ts';
import { codeOf, COMPUTED, INCOMPLETE, REFUSED, refusal, written } from './planFile.ts';
import { type Request, requestOf, USAGE } from './workspaceRequest.ts';

/** What an act has to say: for people, for programs, and as an exit code. */
interface Answer {
  readonly text: string;
  readonly value: unknown;
  readonly exitCode: number;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .concat('')
    .join('\n');
}

async function list({ client }: FileTool): Promise<Result<Answer, Fault>> {
  const listed = await client.call('scenario.list', {});
  if (!listed.ok) return listed;
  const nameOf = new Map(listed.value.map(({ id, name }) => [id, name]));
  const rows = listed.value.map(({ name, revision, updatedAt, parentId }) => [
    name,
    String(revision),
    updatedAt,
    parentId === null ? '' : (nameOf.get(parentId) ?? parentId),
  ]);
  const text = table([['scenario', 'revision', 'last changed', 'builds on'], ...rows]);
  return ok({ text, value: listed.value, exitCode: COMPUTED });
}

/** A name that every file system takes. */
function fileNameOf(name: string, taken: Set<string>): string {
  const base = name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '-').replaceAll(/^[. ]+|[. ]+$/g, '') || 'scenario';
  let candidate = base;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) candidate = `${base} ${number}`;
  taken.add(candidate.toLowerCase());
  return `${candidate}.scenario.json`;
}

interface Exported {
  readonly id: string;
  readonly name: string;
  readonly document: ScenarioDocument;
}

async function documentsOf(
  { client }: FileTool,
  wanted: string | undefined,
): Promise<Result<readonly Exported[], Fault>> {
  const listed = await client.call('scenario.list', {});
  if (!listed.ok) return listed;
  const chosen = listed.value.filter(
    ({ id, name }) => wanted === undefined || id === wanted || name === wanted,
  );
  if (chosen.length === 0)
    return fault(
      'not-found',
      `There is no scenario "${wanted ?? ''}". "headroom workspace list" names them.`,
    );
  const documents: Exported[] = [];
  for (const { id, name } of chosen) {
    const opened = await client.call('scenario.open', { id });
    if (!opened.ok) return opened;
    documents.push({ id, name, document: opened.value.document });
  }
  return ok(documents);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function writing(path: string, work: () => void): Result<void, Fault<'not-writable'>> {
  try {
    return ok(work());
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return fault('not-writable', `${path} could not be written (${code}). Choose another --out.`);
  }
}

async function exportScenarios(
  tool: FileTool,
  request: Request,
  cwd: string,
): Promise<Result<Answer, Fault>> {
  const documents = await documentsOf(tool, request.scenario);
  if (!documents.ok) return documents;
  const [first] = documents.value;
  if (request.scenario !== undefined && first !== undefined) {
    if (request.out === undefined)
      return ok({ text: jsonText(first.document), value: first.document, exitCode: COMPUTED });
    const path = resolve(cwd, request.out);
    const stored = writing(path, () => writeWhole(path, jsonText(first.document)));
    return stored.ok
      ? ok({ text: `${path}\n`, value: [{ name: first.name, path }], exitCode: COMPUTED })
      : stored;
  }
  const folder = resolve(cwd, request.out ?? '.');
  const taken = new Set<string>();
  const files = documents.value.map(({ name, document }) => ({
    name,
    path: join(folder, fileNameOf(name, taken)),
    document,
  }));
  const stored = writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    for (const { path, document } of files) writeWhole(path, jsonText(document));
  });
  if (!stored.ok) return stored;
  const value = files.map(({ name, path }) => ({ name, path }));
  return ok({ text: value.map(({ path }) => `${path}\n`).join(''), value, exitCode: COMPUTED });
}

interface Incoming {
  readonly source: string;
  readonly document: ScenarioDocument;
}

/** All of them or none: a list of files with one bad one changes nothing. */
async function incomingOf(
  sources: readonly string[],
  cwd: string,
): Promise<Result<readonly Incoming[], Fault>> {
  const incoming: Incoming[] = [];
  for (const source of sources) {
    const document = await readScenarioDocument(resolve(cwd, source));
    if (!document.ok) return fault('invalid-file', refusal(source, document.fault).trimEnd());
    incoming.push({ source, document: document.value });
  }
  return ok(incoming);
}

async function importScenarios(
  tool: FileTool,
  request: Request,
  cwd: string,
): Promise<Result<Answer, Fault>> {
  const incoming = await incomingOf(request.sources, cwd);
  if (!incoming.ok) return incoming;
  const listed = await tool.client.call('scenario.list', {});
  if (!listed.ok) return listed;
  const taken = new Set(listed.value.map(({ name }) => name.toLowerCase()));
  const done: { readonly source: string; readonly name: string; readonly isRenamed: boolean }[] = [];
  for (const { source, document } of incoming.value) {
    const isTaken = taken.has(document.name.toLowerCase());
    taken.add(document.name.toLowerCase());
    if (request.isDryRun) {
      done.push({ source, name: document.name, isRenamed: isTaken });
      continue;
    }
    const created = await tool.client.call('scenario.create', { name: document.name, document });
    if (!created.ok) return created;
    done.push({ source, name: created.value.name, isRenamed: isTaken });
  }
  return ok({ text: importText(done, request.isDryRun), value: done, exitCode: COMPUTED });
}

function importText(
  done: readonly { readonly source: string; readonly name: string; readonly isRenamed: boolean }[],
  isDryRun: boolean,
): string {
  const lines = done.map(({ source, name, isRenamed }) => {
    if (!isDryRun) return `${source}: added as "${name}"`;
    return isRenamed
      ? `${source}: would be added; its name "${name}" is taken and would get a number`
      : `${source}: would be added as "${name}"`;
  });
  return [...lines, isDryRun ? 'Nothing was changed.' : '', '']
    .filter((line, place, all) => line !== '' || place === all.length - 1)
    .join('\n');
}

function verify(tool: FileTool): Result<Answer, Fault> {
  const checks = tool.check();
  const isSound = checks.every(({ problems }) => problems.length === 0);
  const lines = checks.flatMap(({ name, count, problems }) => [
    `${name.padEnd(10)} ${problems.length === 0 ? `ok (${count})` : `${problems.length} problems`}`,
    ...problems.map((problem) => `  ${problem}`),
  ]);
  return ok({
    text: [...lines, ''].join('\n'),
    value: { isSound, checks },
    exitCode: isSound ? COMPUTED : INCOMPLETE,
  });
}

async function backup({ client }: FileTool, file: string): Promise<Result<Answer, Fault>> {
  const made = await client.call('backup.create', {});
  if (!made.ok) return made;
  const path = join(resolve(file, '..'), 'backups', made.value.file);
  return ok({ text: `${path}\n`, value: { ...made.value, path }, exitCode: COMPUTED });
}

function perform(
  tool: FileTool,
  request: Request,
  file: string,
  cwd: string,
): Promise<Result<Answer, Fault>> | Result<Answer, Fault> {
  switch (request.act) {
    case 'list':
      return list(tool);
    case 'export':
      return exportScenarios(tool, request, cwd);
    case 'import':
      return importScenarios(tool, request, cwd);
    case 'verify':
      return verify(tool);
    case 'backup':
      return backup(tool, file);
  }
}

/** Damage found by "verify" is its answer, not a refusal. */
function exitCodeOf({ act }: Request, { code }: Fault): number {
  if (code === 'not-writable' && act !== 'verify') return INCOMPLETE;
  return act === 'verify' && code === 'damaged-file' ? INCOMPLETE : REFUSED;
}

async function fail(request: Request, found: Fault, { stdout, stderr }: CommandStreams): Promise<number> {
  const exitCode = exitCodeOf(request, found);
  if (request.isJson) await written(stdout, jsonText({ fault: found }));
  await written(stderr, `${found.message}\n`);
  return exitCode;
}

/** `headroom workspace …`: works on a workspace file without the app. @returns the exit code */
export async function runWorkspace(args: readonly string[], io: CommandStreams): Promise<number> {
  const asked = requestOf(args);
  if (!asked.ok) {
    await written(io.stderr, `${asked.fault.message} "headroom workspace --help" explains the command.\n`);
    return REFUSED;
  }
  const request = asked.value;
  if (request === 'help') {
    await written(io.stdout, USAGE);
    return COMPUTED;
  }
  const file = resolve(io.cwd, request.file);
  const writes = request.act === 'backup' || (request.act === 'import' && !request.isDryRun);
  const tool = openFileTool(file, writes ? 'edit' : 'read-only');
  if (!tool.ok) return fail(request, tool.fault, io);
  try {
    const answer = await perform(tool.value, request, file, io.cwd);
    if (!answer.ok) return await fail(request, answer.fault, io);
    await written(io.stdout, request.isJson ? jsonText(answer.value.value) : answer.value.text);
    return answer.value.exitCode;
  } finally {
    tool.value.close();
  }
}
