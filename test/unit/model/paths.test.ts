import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputAt, pathEnd, pathText, replaceAt } from '#shared/model/paths.ts';

const document = {
  name: 'Plan',
  queues: [
    { id: 'voice', demand: [{ segment: 'smb', contactsPerCustomer: 0.5 }], handleTime: { talk: 200 } },
    { id: 'chat', demand: [] },
  ],
  staffGroups: [
    {
      id: 'prague',
      hiring: { mode: 'manual', classes: [{ start: '2027-02-01', people: 4 }] },
      support: [{ role: 'Team lead', span: 12 }],
    },
  ],
};

describe('a path', () => {
  it.each([
    ['name', 'Plan'],
    ['queues.voice.handleTime.talk', 200],
    ['queues.voice.demand.smb.contactsPerCustomer', 0.5],
    ['queues[1].id', 'chat'],
    ['queues.1.id', 'chat'],
    ['staffGroups.prague.hiring.classes[0].people', 4],
    ['staffGroups.prague.support.Team lead.span', 12],
    ['queues.fax', undefined],
    ['queues[2]', undefined],
    ['queues[-1]', undefined],
    ['queues.length', undefined],
    ['name.length', undefined],
    ['toString', undefined],
    ['__proto__', undefined],
    ['queues.voice.constructor.name', undefined],
    ['', undefined],
  ])('%j finds %j', (path, value) => {
    expect(inputAt(document, path)).toEqual(value);
  });

  it('of a place is the path that finds it', () => {
    const places: (readonly (string | number)[])[] = [];
    (function walk(value: unknown, steps: readonly (string | number)[]): void {
      places.push(steps);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...steps, Array.isArray(value) ? Number(key) : key]);
    })(document, []);
    expect(places.length).toBeGreaterThan(20);
    for (const steps of places.slice(1)) {
      const value = steps.reduce<unknown>(
        (here, step) => (typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined),
        document,
      );
      expect(inputAt(document, pathText(document, steps))).toBe(value);
    }
  });

  it('names members by their place where their names are not their own', () => {
    const twins = { queues: [{ id: 'voice' }, { id: 'voice' }] };
    expect(pathText(twins, ['queues', 1, 'id'])).toBe('queues[1].id');
  });
});

describe('replacing', () => {
  it('changes that place and nothing else, and leaves the document as it was', () => {
    const before = structuredClone(document);
    const next = replaceAt(document, 'queues.voice.handleTime.talk', 300);
    expect(document).toEqual(before);
    const expected = structuredClone(document);
    const [voice] = expected.queues;
    if (voice?.handleTime !== undefined) voice.handleTime.talk = 300;
    expect(next).toEqual({ ok: true, value: expected });
  });

  it('makes the objects on the way, and takes a value away', () => {
    const made = replaceAt(document, 'queues.chat.handleTime.talk', 500);
    expect(made.ok && inputAt(made.value, 'queues.chat')).toEqual({
      id: 'chat',
      demand: [],
      handleTime: { talk: 500 },
    });
    const gone = replaceAt(document, 'queues.voice.handleTime.talk', undefined);
    expect(gone.ok && inputAt(gone.value, 'queues.voice.handleTime')).toEqual({});
  });

  it('keeps the order of fields, so that files differ only where something changed', () => {
    const next = replaceAt(document, 'queues.voice.demand', []);
    expect(next.ok && JSON.stringify(next.value)).toBe(
      JSON.stringify(document).replace('[{"segment":"smb","contactsPerCustomer":0.5}]', '[]'),
    );
  });

  it.each([
    'queues.fax.volume',
    'queues[7]',
    'name.first',
    '__proto__.x',
    'queues.voice.__proto__',
    'constructor',
    'queues.voice.constructor.prototype',
    '',
    '.',
    'queues..id',
    'queues.voice.',
  ])('refuses %j', (path) => {
    expect(replaceAt(document, path, 1)).toMatchObject({
      ok: false,
      fault: { code: 'invalid-plan', problems: [{ path }] },
    });
  });

  it('never throws, never reaches the prototypes, and is found again where it succeeds', () => {
    const token = fc.oneof(
      fc.constantFrom(
        'queues',
        'voice',
        'demand',
        'smb',
        '0',
        '[0]',
        '[1]',
        'toString',
        '__proto__',
        'constructor',
        'hasOwnProperty',
        'valueOf',
        'x',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(token, { minLength: 1, maxLength: 5 }),
        fc.jsonValue({ maxDepth: 2 }),
        (tokens, value) => {
          const path = tokens.join('.');
          const next = replaceAt(document, path, JSON.parse(JSON.stringify(value)));
          expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
          // A member of a list is named by what it holds, so another one in its place is no longer found by that name.
          const isMember = pathEnd(document, path).list !== undefined;
          const plain: unknown = JSON.parse(JSON.stringify(value));
          expect(next.ok && !isMember ? inputAt(next.value, path) : plain).toEqual(plain);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
