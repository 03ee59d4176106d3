import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { units } from '#shared/model/units.ts';
import { en } from '#renderer/app/i18n/en/index.ts';
import { translationProblems } from '#test/support/translationProblems.ts';

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(`${renderer}/${name}`, 'utf8') }));

function keysOf(texts: object, prefix = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

const keys = keysOf(en).map((key) => key.replace(/_(?:one|other)$/, ''));

/** Keys as the code names them: whole ones, and templates with a part that is filled in. */
const named = sources.flatMap(({ text }) =>
  [...text.matchAll(/['"]([a-zA-Z]+(?:\.[a-zA-Z0-9-]+)+)['"]/g)].map(([, key = '']) => key),
);
const templates = sources
  .flatMap(({ text }) => [...text.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, key = '']) => key))
  .map(
    (template) =>
      new RegExp(
        `^${template
          .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
          .map((part) => part.replaceAll('.', String.raw`\.`))
          .join('[^.]+')}$`,
      ),
  );

describe('texts', () => {
  it('are all used', () => {
    const whole = new Set(named);
    const unused = keys.filter((key) => !whole.has(key) && !templates.some((template) => template.test(key)));
    expect(unused).toEqual([]);
  });

  it('are all there: every key that is asked for as a whole', () => {
    const known = new Set(keys);
    const asked = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/(?:\bt\(|i18nKey=)\s*['"]([\w.-]+)['"]/g)].map(([, key = '']) => ({ name, key })),
    );
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter(({ key }) => !known.has(key))).toEqual([]);
  });

  it('name every unit, and no unit that does not exist', () => {
    expect(Object.keys(en.unit).toSorted()).toEqual(Object.keys(units).toSorted());
  });

  it('have both forms wherever they count', () => {
    const all = keysOf(en);
    const lonely = all.filter((key) => key.endsWith('_one') && !all.includes(key.replace(/_one$/, '_other')));
    expect(lonely).toEqual([]);
  });

  it('stand in the texts, not in the components', () => {
    const inMarkup = sources
      .filter(({ name }) => name.endsWith('.tsx'))
      .flatMap(({ name, text }) =>
        [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)[^<{]*</g)].map(([, words]) => `${name}: ${words}`),
      );
    expect(inMarkup).toEqual([]);
  });
});

/** Languages that say everything. In the others what is missing is shown in English. */
const completeLanguages: readonly string[] = ['cs', 'ro', 'ru', 'zh'];

describe('translations', () => {
  it.for(completeLanguages)(
    '%s says all that English says, with the same places and its own plurals',
    (language) => {
      expect(translationProblems(language)).toEqual([]);
    },
  );

  it.for(['cs', 'ro', 'ru', 'zh'])('%s has no text that English does not have', (language) => {
    expect(translationProblems(language).filter((line) => line.endsWith('is not in English'))).toEqual([]);
  });
});
