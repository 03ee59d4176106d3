import { describe, expect, it } from 'vitest';
import { validateScenario } from '#shared/model/validate.ts';
import { scenarioText } from '#test/support/planFixtures.ts';
import { faultOf } from '#test/support/workspaces.ts';

describe('what no JSON and no schema would show', () => {
  function nested(depth: number): unknown {
    let value: unknown = 1;
    for (let at = 0; at < depth; at += 1) value = [value];
    return value;
  }
  const document: unknown = JSON.parse(scenarioText('oneVoiceQueue'));

  it.each<[string, unknown, string, string]>([
    ['a list in a list in a list …', nested(100_000), 'notes[0][0][0]', 'deeper nesting'],
    ['a big integer', 12n, 'notes', 'a bigint'],
    ['a function', () => 1, 'notes', 'a function'],
    ['a date', new Date(0), 'notes', 'an object of another kind'],
    ['a map', new Map(), 'notes', 'an object of another kind'],
    [
      'a field that would change all objects',
      JSON.parse('{"__proto__": {"x": 1}}'),
      'notes.__proto__',
      '{"x":1}',
    ],
  ])('%s is refused at its place', (_name, notes, path, found) => {
    const fault = faultOf(validateScenario({ ...Object(document), notes }));
    expect(fault.problems).toEqual([{ path, found, expected: expect.any(String) }]);
  });

  it('an object that holds itself is refused', () => {
    const self: Record<string, unknown> = {};
    self['self'] = self;
    expect(faultOf(validateScenario({ ...Object(document), notes: self })).problems?.[0]?.path).toBe('notes');
    expect(validateScenario(self).ok).toBe(false);
  });
});
