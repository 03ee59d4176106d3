import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  maxScenarioBytes,
  readScenarioFile,
  scenarioOfBytes,
  scenarioOfStream,
} from '#electron/services/scenarioFile.ts';
import { problemLine } from '#shared/kernel/result.ts';
import { malformedScenarios } from '#test/support/malformedScenarios.ts';
import { scenarioText } from '#test/support/planFixtures.ts';
import { faultOf, temporaryFolder, valueOf } from '#test/support/workspaces.ts';

const text = scenarioText('salesGrowth');

function utf16(littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

describe('a malformed scenario file', () => {
  it('comes in more than twenty kinds', () => {
    expect(malformedScenarios.length).toBeGreaterThan(60);
    expect(new Set(malformedScenarios.map(({ name }) => name)).size).toBe(malformedScenarios.length);
  });

  it.each(malformedScenarios)('$name is refused with its place', ({ bytes, place, found }) => {
    const { message, problems = [] } = faultOf(scenarioOfBytes(bytes));
    const problem = problems.find(({ path }) => path === place);
    expect(problems.map(({ path }) => path)).toContain(place);
    expect(problem?.found).toContain(found);
    for (const line of [message, ...problems.map(problemLine)]) {
      expect(line).not.toMatch(
        /\n|undefined|\[object|Error:|Invalid (?:input|option|key)|Too (?:small|big)|ZodError/,
      );
      expect(line.length).toBeLessThan(600);
    }
  });
});

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, small end first', utf16(true)],
    ['UTF-16, big end first', utf16(false)],
  ])('%s is read', (_name, bytes) => {
    expect(valueOf(scenarioOfBytes(bytes)).name).toBe('Sales growth 2027-2028');
  });

  it('counts bytes and lines up to the first that is no UTF-8, past replacement characters of the text', () => {
    const before = Buffer.from('{"name": "ř \uFFFD",\n "notes": "x');
    const { problems } = faultOf(
      scenarioOfBytes(Buffer.concat([before, Buffer.from([0xc3, 0x28]), Buffer.from('"}')])),
    );
    expect(problems).toEqual([
      {
        path: `byte ${before.length} (line 2)`,
        found: 'the byte C3, which is no UTF-8',
        expected: 'text saved as UTF-8',
      },
    ]);
  });
});

describe('a stream', () => {
  it('may come in pieces that cut a character', async () => {
    const bytes = Buffer.from(text.replace('Sales growth', 'Růst prodeje'));
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
      bytes.subarray(at * 7, at * 7 + 7),
    );
    expect(valueOf(await scenarioOfStream(Readable.from(pieces))).name).toBe('Růst prodeje 2027-2028');
  });

  it('is not read to its end when it is too large', async () => {
    let given = 0;
    function* endless(): Generator<Uint8Array> {
      for (;;) {
        given += 1024 * 1024;
        yield Buffer.alloc(1024 * 1024, 'x');
      }
    }
    const { problems } = faultOf(await scenarioOfStream(Readable.from(endless())));
    expect(problems?.[0]?.found).toBe('more than 8 MB');
    expect(given).toBeLessThan(2 * maxScenarioBytes);
  });
});

describe('a file of the disk', () => {
  it('is read', async () => {
    const file = join(temporaryFolder(), 'plán.json');
    writeFileSync(file, text);
    expect(valueOf(await readScenarioFile(file)).queues.map(({ id }) => id)).toEqual([
      'voice',
      'chat',
      'email',
      'partners',
    ]);
  });

  it('may be 8 MB long and not a byte more', async () => {
    const file = join(temporaryFolder(), 'large.json');
    writeFileSync(file, text + ' '.repeat(maxScenarioBytes - Buffer.byteLength(text)));
    expect(valueOf(await readScenarioFile(file)).version).toBe(1);
    writeFileSync(file, text + ' '.repeat(maxScenarioBytes - Buffer.byteLength(text) + 1));
    expect(faultOf(await readScenarioFile(file)).problems?.[0]?.expected).toBe('a scenario of at most 8 MB');
  });

  it.each([
    ['nothing', () => undefined, 'no such file'],
    ['a folder', (path: string) => mkdirSync(path), 'a folder'],
  ])('%s is refused in words', async (_name, make, found) => {
    const path = join(temporaryFolder(), 'plan.json');
    make(path);
    expect(faultOf(await readScenarioFile(path)).problems?.[0]?.found).toBe(found);
  });
});
