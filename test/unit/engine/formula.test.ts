import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binaryOperators,
  type Expression,
  MAX_FORMULA_LENGTH,
  parseFormula,
} from '#shared/engine/formula.ts';
import { formulaFunctions } from '#shared/engine/functions.ts';

function parsed(text: string): Expression {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(`${text}: ${result.fault.message}`);
  return result.value;
}

/** The tree with brackets around everything, to see what binds to what. */
function shape(part: Expression): string {
  switch (part.kind) {
    case 'number':
      return String(part.value);
    case 'name':
      return part.name;
    case 'negative':
      return `(-${shape(part.of)})`;
    case 'binary':
      return `(${shape(part.left)} ${part.operator} ${shape(part.right)})`;
    case 'if':
      return `if(${[part.condition, part.then, part.otherwise].map(shape).join(', ')})`;
    case 'prior':
      return `prior(${shape(part.of)}${part.first === undefined ? '' : `, ${shape(part.first)}`})`;
    case 'sum':
      return `sum(${part.collection}, ${shape(part.of)})`;
    case 'call':
      return `${part.name}(${part.inputs.map(shape).join(', ')})`;
  }
}

describe('a formula', () => {
  it.each([
    ['2 * (3 + 4)', '(2 * (3 + 4))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['a / b * c', '((a / b) * c)'],
    ['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
    ['-2 ^ 2', '(-(2 ^ 2))'],
    ['2 ^ -1', '(2 ^ (-1))'],
    ['-a * b', '((-a) * b)'],
    ['+a', 'a'],
    ['a + b > c * 2', '((a + b) > (c * 2))'],
    ['a == b', '(a == b)'],
    ['a != b', '(a != b)'],
    ['queues.voice.handleTime.talk', 'queues.voice.handleTime.talk'],
    ['if(a >= 1, b, c)', 'if((a >= 1), b, c)'],
    ['prior(closing, openingCustomers)', 'prior(closing, openingCustomers)'],
    ['prior(x)', 'prior(x)'],
    ['sum(queues, cost / 2)', 'sum(queues, (cost / 2))'],
    ['min(a, 1, max(b, 2))', 'min(a, 1, max(b, 2))'],
    ['1.5e3 + .5', '(1500 + 0.5)'],
    ['  a\t+ b ', '(a + b)'],
  ])('%s means %s', (text, expected) => {
    expect(shape(parsed(text))).toBe(expected);
  });

  it('means the same when it is written with all its brackets', () => {
    const leaf = fc.constantFrom('a', 'b.c', '2', '0.5');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom(...binaryOperators), tie('tree'))
          .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
        tie('tree').map((inner) => `(-${inner})`),
        tie('tree').map((inner) => `if(${inner}, 1, max(${inner}, 2))`),
      ),
    }));
    fc.assert(
      fc.property(tree, (text) => {
        if (text.length > MAX_FORMULA_LENGTH) return;
        expect(shape(parsed(text)).replaceAll(/[()]/g, '')).toBe(text.replaceAll(/[()]/g, ''));
        expect(shape(parsed(shape(parsed(text))))).toBe(shape(parsed(text)));
      }),
      { numRuns: 500 },
    );
  });
});

const escapes: readonly (readonly [text: string, position: number, message: string])[] = [
  ['constructor', 0, '"constructor" is not a name'],
  ['a.constructor', 2, '"constructor" is not a name'],
  ['1 + a.constructor.constructor("return process")()', 48, 'Value expected'],
  ['a.constructor("return process")', 2, '"constructor" is not a name'],
  ['__proto__', 0, '"__proto__" is not a name'],
  ['2 * queues.__proto__.x', 11, '"__proto__" is not a name'],
  ['prototype', 0, '"prototype" is not a name'],
  ['import(fs)', 0, 'There is no function "import"'],
  ['createUnit("x")', 0, 'There is no function "createUnit"'],
  ['1 + evaluate("evaluate(\\"1\\")")', 4, 'There is no function "evaluate"'],
  ['parse("1")', 0, 'There is no function "parse"'],
  ['simplify("x")', 0, 'There is no function "simplify"'],
  ['derivative("x^2", "x")', 0, 'There is no function "derivative"'],
  ['config({})', 0, 'There is no function "config"'],
  ['typed("f", {"number": f(x)=x})', 0, 'There is no function "typed"'],
  ['chain(1)', 0, 'There is no function "chain"'],
  ['toString()', 0, 'There is no function "toString"'],
  ['a["constructor"]', 1, 'Square brackets'],
  ['a[1]', 1, 'Square brackets'],
  ['min["apply"](1)', 3, 'Square brackets'],
  ['queues["voice"].offered', 6, 'Square brackets'],
  ['(1).constructor', 3, 'names joined by points'],
  ['f(x) = x', 5, 'Function definitions'],
  ['a = 1', 2, 'Assignments'],
  ['a.b = 1', 4, 'Assignments'],
  ['1; 2', 1, 'Several statements'],
  ['[1, 2]', 0, 'Lists'],
  ['{a: 1}', 0, 'Objects'],
  ['1:10', 1, 'Ranges'],
  ['a ? 1 : 2', 2, '"a ? b : c"'],
  ['1 < a < 3', 2, 'Chained comparisons'],
  ['2 x', 1, 'Write the multiplication sign'],
  ['a + 2(3)', 5, 'Write the multiplication sign'],
  ['(a)(b)', 3, 'Write the multiplication sign'],
  ['5 cm', 1, 'Write the multiplication sign'],
  ['"text"', 1, 'Only numbers'],
  ['true', 0, 'Only numbers'],
  ['1 + NaN', 4, 'Only numbers'],
  ['Infinity', 0, 'Only numbers'],
  ['1e999', 0, 'Only numbers'],
  ['a!', 1, 'The operator "!"'],
  ["a'", 1, 'The operator "\'"'],
  ['a and b', 2, 'The operator "and"'],
  ['5 mod 3', 2, 'The operator "mod"'],
  ['a | b', 2, 'The operator "|"'],
  ['a .* b', 2, 'The operator ".*"'],
  ['8 + 5%', 5, '"%" is not allowed'],
  ['a # comment', 2, '"#" is not allowed'],
  ['kosten_für', 0, 'is not a name'],
  ['1 +', 3, 'Unexpected end'],
  ['1 +* 2', 3, 'Value expected'],
  ['(1', 2, 'Parenthesis'],
  ['', 0, 'empty'],
  [' \n', 0, 'empty'],
  ['min()', 0, 'min(a, b, …) was given 0 arguments'],
  ['1 + if(a, 2)', 4, 'if(condition, then, otherwise) was given 2 arguments'],
  ['sum(queues)', 0, 'sum(members, expression) was given 1 arguments'],
  ['nop + xnop + nop(1)', 0, 'There is no function "nop"'],
];

describe('what is no formula', () => {
  it.each(escapes)('%j is refused at %d', (text, position, message) => {
    expect(parseFormula(text)).toEqual({
      ok: false,
      fault: { message: expect.stringContaining(message), position },
    });
  });

  it('points at the word itself, not at a longer one that holds it', () => {
    expect(parseFormula('constructors + xconstructor + constructor')).toMatchObject({
      fault: { position: 30 },
    });
  });

  it('may be nested 50 deep and not deeper, up to what the text can hold', () => {
    for (const [open, close] of [
      ['(', ')'],
      ['-', ''],
      ['abs(', ')'],
    ] as const) {
      expect(parseFormula(open.repeat(50) + 'a' + close.repeat(50)).ok).toBe(true);
      for (const depth of [51, 200, 390, 990]) {
        const result = parseFormula(open.repeat(depth) + 'a' + close.repeat(depth));
        const isTooLong = (open.length + close.length) * depth + 1 > MAX_FORMULA_LENGTH;
        expect(result).toMatchObject({
          ok: false,
          fault: { message: expect.stringMatching(isTooLong ? /at most 2000/ : /nested/) },
        });
      }
    }
  });

  it('may be a chain of any length: a sum or a product does not nest', () => {
    for (const signs of ['+', '-', '*', '/', '+-', '*/']) {
      const text =
        Array.from({ length: 999 }, (_, place) => `a${signs.charAt(place % signs.length)}`).join('') + 'a';
      const tree = parsed(text);
      let [depth, part] = [0, tree];
      while (part.kind === 'binary') [depth, part] = [depth + 1, part.left];
      expect([depth, part]).toEqual([999, { kind: 'name', name: 'a' }]);
    }
    const nested = `(${'(a + b) * c + '.repeat(100)}d)`;
    expect(parseFormula(nested).ok).toBe(true);
    expect(parseFormula(`${'(a + '.repeat(26)}b${')'.repeat(26)}`)).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('nested') },
    });
  });

  it('may be 2000 characters long and not one more', () => {
    expect(parseFormula('a'.padEnd(2000)).ok).toBe(true);
    expect(parseFormula('a'.padEnd(2001))).toMatchObject({ ok: false, fault: { position: 2000 } });
  });

  it('never throws, never hangs and always points into its text, whatever it is', () => {
    const words = [
      ...formulaFunctions.map(({ name }) => name),
      ...binaryOperators,
      'a',
      'queues.voice.offered',
      'constructor',
      '__proto__',
      'import',
      'evaluate',
      'f(x)=',
      'e',
      'i',
      'pi',
      '1e999',
      '9^9^9',
      '0x1F',
      '0b',
      "'",
      '"',
      '"x"',
      ';',
      '\n',
      '#',
      '%',
      '!',
      '&',
      '|',
      '~',
      '<<',
      '>>>',
      '->',
      'to',
      'in',
      'mod',
      'not',
      '=',
      ':',
      '?',
      '$',
      '@',
      '\\',
      '…',
      '(',
      ')',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ',',
      '.',
      '2',
      '.5',
      ' ',
    ];
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((pieces) => pieces.join(''));
    const started = performance.now();
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(soup, soup, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const result = parseFormula(text);
        if (result.ok) return;
        refused += 1;
        expect(result.fault.message).not.toBe('');
        expect(result.fault.position).toBeGreaterThanOrEqual(0);
        expect(result.fault.position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(5000);
    expect(refused).toBeLessThan(10_000);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('leaves nothing behind in JavaScript', () => {
    for (const [text] of escapes) parseFormula(text);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.keys(globalThis).filter((key) => ['x', 'a', 'f', 'result'].includes(key))).toEqual([]);
  });
});
