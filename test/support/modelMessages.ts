import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

/**
 * What the code says when something is refused or has no value, read off the code itself: a sentence that somebody adds
 * is one that must be translated. What is filled in stands as {{1}}, {{2}} … in its order.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** All of their texts are parts of such messages. */
const speaking = [
  'shared/engine/formula.ts',
  'shared/engine/divisor.ts',
  'shared/engine/task.ts',
  'shared/kernel/jsonText.ts',
  'shared/model/bind.ts',
  'shared/model/blocks',
  'shared/model/cancelledHires.ts',
  'shared/model/decidingSchemas.ts',
  'shared/model/initiatives.ts',
  'shared/model/planRules.ts',
  'shared/model/problems.ts',
  'shared/model/rules',
  'shared/model/scenario.ts',
  'shared/model/schemaParts.ts',
  'shared/model/series.ts',
  'electron/db/openDatabase.ts',
  'electron/reports/workbook/readWorkbook.ts',
  'electron/services/removeScenario.ts',
  'electron/services/scenarioFile.ts',
  'electron/services/writeWhole.ts',
];

/** Of the rest only what goes with a refusal. */
const refusing = [
  'shared/engine/evaluate.ts',
  'shared/kernel',
  'shared/ipc',
  'shared/model',
  'electron/db',
  'electron/reports/content',
  'electron/reports/workbook',
  'electron/services',
  'renderer/engine',
  'renderer/state',
  'renderer/features/scenarios/readScenario.ts',
];

/** They speak to whoever works on the program, or on the command line. */
const silent =
  /selfCheck|fileTool|services\/sample|kernel\/domainError|texts\/|\/checks\/|services\/dispatch/;

const SAYING_CALLS = new Set(['fault', 'refused', 'failed', 'oneOf', 'repeated', 'problem']);
const SAYING_NAMES = new Set([
  'expected',
  'found',
  'message',
  'problem',
  'detail',
  'path',
  'EXPECTED',
  'problemLine',
  'problemWith',
]);
/** Where one word is said already, and is no key or kind. */
const WORD_PLACES = new Set(['oneOf', 'repeated', 'expected', 'found']);
const WORD = /^[a-z]{2,}$/;
/** How the schema library's own messages begin. */
const OTHERS = new Set(['Invalid input', 'Too small', 'Too big']);
/** Words in quotes for SQL, paths and the like are no sentences. */
const SENTENCE =
  /^(?!SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|synchronous|[a-z]+_)(?=.*[a-z]{2})(?=.*\S\s+\S)/s;

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

function nameOf(node: unknown): string {
  return isTree(node) && typeof node['name'] === 'string' ? node['name'] : '';
}

/** The name of what says why something is refused: `fault(…)`, `expected: …`, `const found = …`. */
function sayingName(node: Tree): string | undefined {
  switch (node['type']) {
    case 'CallExpression':
      return [nameOf(node['callee'])].find((name) => SAYING_CALLS.has(name));
    case 'Property':
      return [nameOf(node['key'])].find((name) => SAYING_NAMES.has(name));
    case 'FunctionDeclaration':
    case 'VariableDeclarator':
      return [nameOf(node['id'])].find((name) => SAYING_NAMES.has(name));
    default:
      return undefined;
  }
}

function isLeftOut(node: Tree): boolean {
  const isImport = node['type'] === 'ImportDeclaration' || node['type'] === 'TSLiteralType';
  const isBug = node['type'] === 'NewExpression' && nameOf(node['callee']) === 'Error';
  return isImport || isBug;
}

function templateOf({ quasis, expressions }: Tree, form: 'cooked' | 'raw' = 'cooked'): string {
  if (!Array.isArray(quasis) || !Array.isArray(expressions)) return '';
  return quasis
    .map((part: unknown, place) => {
      const value = isTree(part) ? part['value'] : undefined;
      const text = isTree(value) ? String(value[form]) : '';
      return place < expressions.length ? `${text}{{${place + 1}}}` : text;
    })
    .join('');
}

/** What a part of a program says. @param isSaid is it said with a refusal? @param isWord may it be one word? */
function* textsIn(node: unknown, isSaid: boolean, isWord: boolean): Generator<string> {
  if (Array.isArray(node)) {
    for (const part of node) yield* textsIn(part, isSaid, isWord);
    return;
  }
  if (!isTree(node) || isLeftOut(node)) return;
  // Of the tags only String.raw is in use.
  if (node['type'] === 'TaggedTemplateExpression' && isTree(node['quasi']) && isSaid)
    return yield templateOf(node['quasi'], 'raw');
  const isTemplate = node['type'] === 'TemplateLiteral';
  const text = isTemplate ? templateOf(node) : node['type'] === 'Literal' ? node['value'] : undefined;
  if (typeof text === 'string' && isText(text, isSaid, isWord)) yield text;
  const name = sayingName(node);
  const inside = name !== undefined && WORD_PLACES.has(name);
  for (const part of Object.values(node)) yield* textsIn(part, isSaid || name !== undefined, inside);
}

function isText(text: string, isSaid: boolean, isWord: boolean): boolean {
  return isWord && WORD.test(text) ? true : isSaid && SENTENCE.test(text) && !OTHERS.has(text);
}

function filesOf(place: string): readonly string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(`${root}${place}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${place}/${name}`);
}

function textsOf(places: readonly string[], isSaid: boolean): readonly string[] {
  return places
    .flatMap(filesOf)
    .filter((file) => !silent.test(file))
    .flatMap((file) => {
      const program = parseAst(readFileSync(`${root}${file}`, 'utf8'), { lang: 'ts' });
      return [...textsIn(program, isSaid, false)];
    });
}

/** Of which plan something is said. */
const OF_PLAN = '"{{1}}": {{2}}';

/** What the parser of formulas says itself; the formula adds the point. */
function parserMessages(): readonly string[] {
  const source = readFileSync(`${root}node_modules/mathjs/lib/esm/expression/parse.js`, 'utf8');
  const calls = [...source.matchAll(/createSyntaxError\(state, (['"].*)\);/g)].map(([, said = '']) => said);
  return calls.map((said) => {
    const pieces = [...said.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)];
    const texts = pieces.map(([, single, double]) => (single ?? double ?? '').replaceAll('\\\\', '\\'));
    const isOpen = /\.concat\(\w+\)$/.test(said);
    return `${texts.map((text, place) => (place === 0 ? text : `{{${place}}}${text}`)).join('')}${isOpen ? `{{${texts.length}}}` : ''}.`;
  });
}

export function modelMessages(): readonly string[] {
  return [
    ...new Set([...parserMessages(), ...textsOf(speaking, true), ...textsOf(refusing, false), OF_PLAN]),
  ];
}
