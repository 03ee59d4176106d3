import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { untilEnded } from '#test/support/children.ts';

const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
const folder = new URL('../fixtures/queueing/', import.meta.url);

const answerSchema = z.strictObject({
  id: z.union([z.string(), z.number(), z.null()]),
  result: z.record(z.string(), z.unknown()).nullable().optional(),
  error: z.strictObject({ code: z.string(), message: z.string().min(1), path: z.string() }).optional(),
});
type Answer = z.infer<typeof answerSchema>;

const pointSchema = z.object({
  id: z.string(),
  model: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()).nullable(),
});

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [main, 'queueing', ...args]);
}

async function answersTo(input: string | Uint8Array): Promise<readonly Answer[]> {
  const child = start('--batch');
  child.stdin.end(input);
  const { code, stderr, stdout } = await untilEnded(child);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => answerSchema.parse(JSON.parse(line)));
}

/** The rule by which the reference points are compared. */
function agrees(name: string, got: unknown, expected: unknown, isWhole: boolean): boolean {
  if (Array.isArray(expected))
    return Array.isArray(got) && expected.every((entry, place) => agrees(name, got[place], entry, false));
  if (typeof got !== 'number' || typeof expected !== 'number' || isWhole) return got === expected;
  if (expected === 0 && Math.abs(got) < 1e-290) return true;
  const isDifference = name.startsWith('sl') || name === 'pAbandonWithin';
  const distance = Math.abs(got - expected);
  return distance <= 1e-9 * Math.abs(expected) || (isDifference && distance <= 1e-11);
}

const fine = '{"id":"fine","model":"erlangB","inputs":{"load":1,"agents":2}}';
const fineAnswer = { id: 'fine', result: { pBlock: 0.2 } };

describe('headroom queueing --batch', () => {
  it('answers all 391 reference points within their tolerance and in their order', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const points = files.flatMap((file) =>
      z.array(pointSchema).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
    );
    expect(points).toHaveLength(391);
    const answers = await answersTo(points.map((point) => `${JSON.stringify(point)}\n`).join(''));
    expect(answers.map(({ id }) => id)).toEqual(points.map(({ id }) => id));
    const wrong = points.flatMap(({ id, inputs, expected }, place) => {
      const answer = answers[place];
      if (answer?.result === undefined) return [`${id}: ${JSON.stringify(answer)}`];
      if (expected === null) return answer.result === null ? [] : [`${id}: expected null`];
      return Object.entries(expected).flatMap(([name, value]) => {
        const got = answer.result?.[name];
        const isWhole = name === 'agents' && inputs['rounding'] !== 'fractional';
        return agrees(name, got, value, isWhole)
          ? []
          : [`${id} ${name}: ${String(got)}, not ${String(value)}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('answers a wrong line with an error that names the place, and goes on', async () => {
    const lines = [
      fine,
      '{"id":"torn","model":',
      '[1,2]',
      'null',
      '{"id":[],"model":"erlangB","inputs":{}}',
      '{"id":"a","inputs":{}}',
      '{"id":7,"model":3,"inputs":{}}',
      '{"id":"b","model":"erlangB"}',
      '{"id":"c","model":"erlangZ","inputs":{}}',
      '{"id":"d","model":"erlangB","inputs":{"load":-1,"agents":2}}',
      '{"id":"e","model":"erlangB","inputs":{"load":"2","agents":2}}',
      '{"id":"f","model":"erlangA","inputs":{"load":1,"agents":2,"aht":1,"within":1,"patience":0}}',
      '{"model":"erlangB","inputs":{"load":1,"agents":2,"places":3}}',
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      fine,
    ];
    const answers = await answersTo(lines.join('\n'));
    expect(answers[0]).toEqual(fineAnswer);
    expect(answers.at(-1)).toEqual(fineAnswer);
    expect(answers.slice(1, -1).map(({ id, error }) => [id, error?.code, error?.path])).toEqual([
      [null, 'bad-json', ''],
      [null, 'wrong-type', ''],
      [null, 'wrong-type', ''],
      [null, 'wrong-type', 'id'],
      ['a', 'missing-field', 'model'],
      [7, 'wrong-type', 'model'],
      ['b', 'missing-field', 'inputs'],
      ['c', 'unknown-model', 'model'],
      ['d', 'out-of-range', 'load'],
      ['e', 'wrong-type', 'load'],
      ['f', 'out-of-range', 'patience'],
      [null, 'unknown-field', 'places'],
      [null, 'bad-json', ''],
    ]);
  });

  it.each([
    ['with Windows line ends', `${fine}\r\n${fine}\r\n`],
    ['without an end of the last line', `${fine}\n${fine}`],
    ['with empty lines between', `\n${fine}\n\r\n   \n${fine}\n\n`],
    ['with a byte order mark', `\uFEFF${fine}\n${fine}\n`],
  ])('reads lines %s', async (_what, text) => {
    expect(await answersTo(text)).toEqual([fineAnswer, fineAnswer]);
  });

  it('answers nothing to nothing', async () => {
    expect(await answersTo('')).toEqual([]);
  });

  it('refuses a line of 50 MB and bytes that are no text, and goes on', async () => {
    const long = Buffer.alloc(50 * 1024 * 1024, 'x');
    const input = Buffer.concat([
      long,
      Buffer.from(`\n${fine}\n`),
      Buffer.from([0xc3, 0x28, 10]),
      Buffer.from(fine),
    ]);
    const answers = await answersTo(input);
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      [null, 'line-too-long'],
      ['fine', undefined],
      [null, 'bad-encoding'],
      ['fine', undefined],
    ]);
  });

  it('answers each line while the next ones are not yet there', async () => {
    const child = start('--batch');
    const ended = untilEnded(child);
    const next = () => new Promise<string>((resolve) => void child.stdout.once('data', resolve));
    for (let round = 0; round < 3; round += 1) {
      const answer = next();
      child.stdin.write(`${fine}\n`);
      expect(JSON.parse(await answer)).toEqual(fineAnswer);
    }
    child.stdin.end();
    expect((await ended).code).toBe(0);
  });

  it('waits for a slow reader instead of piling answers up, and ends quietly when the reader leaves', async () => {
    const child = start('--batch');
    const block = `${fine}\n`.repeat(20_000);
    let complaint = '';
    child.stderr.on('data', (text) => (complaint += String(text)));
    child.stdin.on('error', () => undefined);
    // Nobody reads the answers, so after a while the questions are no longer taken either: far from all 25 MB of them.
    for (let blocks = 0; blocks < 20; blocks += 1) child.stdin.write(block);
    await once(child.stdout, 'readable');
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = child.stdin.writableLength === before;
          before = child.stdin.writableLength;
          return isStill;
        },
        { interval: 400, timeout: 20_000 },
      )
      .toBe(true);
    expect(before).toBeGreaterThan(15 * block.length);
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  });

  it('ends when the reader has seen enough of answers that never end', async () => {
    const line = `yes '${fine}' | '${process.execPath}' '${main}' queueing --batch | head -n 3`;
    const { code, stdout, stderr } = await untilEnded(spawn('/bin/sh', ['-c', line]));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${JSON.stringify(fineAnswer)}\n`.repeat(3));
  });

  it.each([[[]], [['--bach']], [['--batch', 'more']]])(
    'explains itself and ends with 2 for %j',
    async (args) => {
      const { code, stdout, stderr } = await untilEnded(start(...args));
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('Usage: headroom queueing --batch');
    },
  );

  it('explains itself when asked', async () => {
    const { code, stdout, stderr } = await untilEnded(start('--help'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: headroom queueing --batch');
  });
});
