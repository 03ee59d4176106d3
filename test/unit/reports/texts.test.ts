import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import cs from '#electron/reports/texts/cs.json' with { type: 'json' };
import en from '#electron/reports/texts/en.json' with { type: 'json' };
import ro from '#electron/reports/texts/ro.json' with { type: 'json' };
import ru from '#electron/reports/texts/ru.json' with { type: 'json' };
import zh from '#electron/reports/texts/zh.json' with { type: 'json' };
import csWorkbook from '#electron/reports/workbook/texts/cs.json' with { type: 'json' };
import roWorkbook from '#electron/reports/workbook/texts/ro.json' with { type: 'json' };
import ruWorkbook from '#electron/reports/workbook/texts/ru.json' with { type: 'json' };
import zhWorkbook from '#electron/reports/workbook/texts/zh.json' with { type: 'json' };
import { packs } from '#shared/model/packs/all.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { calendarLines, linesOf } from '#shared/model/lines/all.ts';
import type { Dimension } from '#shared/model/members.ts';
import csLabels from '#shared/model/texts/cs.json' with { type: 'json' };
import enLabels from '#shared/model/texts/en.json' with { type: 'json' };
import roLabels from '#shared/model/texts/ro.json' with { type: 'json' };
import ruLabels from '#shared/model/texts/ru.json' with { type: 'json' };
import zhLabels from '#shared/model/texts/zh.json' with { type: 'json' };
import { unitNames } from '#shared/model/units.ts';

const workbookFolder = new URL('../../../electron/reports/workbook/', import.meta.url);

/** All that the writers of workbooks have in quotes. */
function saidInWorkbooks(): string {
  return readdirSync(workbookFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, workbookFolder), 'utf8'))
    .join('\n');
}

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const dimensions = [
  'plan',
  'drivers',
  'segments',
  'queues',
  'demand',
  'groups',
  'routes',
  'openingCohorts',
  'outOfOffice',
  'inOffice',
  'support',
  'budgetLines',
  'initiatives',
] as const satisfies readonly Dimension[];

const lineIds = [
  ...dimensions.flatMap((dimension) => [...linesOf(dimension).keys()].map((name) => `${dimension}.${name}`)),
  ...Object.keys(calendarLines.lines).map((name) => `calendar.${name}`),
];
const inputIds = Object.entries(inputDefinitions).flatMap(([dimension, inputs]) =>
  Object.keys(inputs).map((name) => (name === '' ? dimension : `${dimension}.${name}`)),
);

const labels: readonly (readonly [string, Texts, RegExp])[] = [
  ['cs', csLabels, /[ěščřžýáíéůúň]/],
  ['ro', roLabels, /[ăâîșț]/],
  ['ru', ruLabels, /[а-я]/],
  ['zh', zhLabels, /[\u4e00-\u9fff]/],
];

describe.each(labels)('labels of the model in %s', (_language, texts, script) => {
  it('name every measure and input, and nothing that is not there', () => {
    expect(Object.keys(texts['lines'] ?? {}).toSorted()).toEqual(lineIds.toSorted());
    expect(Object.keys(texts['inputs'] ?? {}).toSorted()).toEqual(inputIds.toSorted());
    expect(Object.keys(texts['units'] ?? {}).toSorted()).toEqual([...unitNames].toSorted());
  });

  it('are translated', () => {
    const all = Object.values(texts['lines'] ?? {});
    expect(all.filter((label) => label.trim() === '')).toEqual([]);
    expect(all.filter((label) => script.test(label)).length).toBeGreaterThan(all.length / 5);
  });
});

it('units have an English name', () => {
  expect(Object.keys(enLabels.units).toSorted()).toEqual([...unitNames].toSorted());
});

/** `section.key` with the places to fill in, so that a lost one shows. */
function shape(texts: Texts): readonly string[] {
  return Object.entries(texts)
    .flatMap(([section, own]) =>
      Object.entries(own).map(([key, text]) => {
        const places = [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place = '']) => place))];
        return `${section}.${key} ${places.toSorted().join(' ')}`;
      }),
    )
    .toSorted();
}

const reports: readonly (readonly [string, Texts])[] = [
  ['cs', cs],
  ['ro', ro],
  ['ru', ru],
  ['zh', zh],
];

describe.each(reports)('texts of reports in %s', (_language, texts) => {
  it('are those of the English report, with the same places to fill in', () => {
    expect(shape(texts)).toEqual(shape(en));
  });
});

const workbooks: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['cs', csWorkbook, /[ěščřžýáíéůúň]/],
  ['ro', roWorkbook, /[ăâîșț]/],
  ['ru', ruWorkbook, /[а-я]/],
  ['zh', zhWorkbook, /[\u4e00-\u9fff]/],
];

describe.each(workbooks)('texts of workbooks in %s', (_language, texts, script) => {
  it('are those that a workbook says, with the same places to fill in', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(csWorkbook));
    const phrases = Object.fromEntries(Object.keys(texts).map((phrase) => [phrase, phrase]));
    expect(shape({ workbook: texts })).toEqual(shape({ workbook: phrases }));
    expect(Object.values(texts).filter((text) => script.test(text)).length).toBeGreaterThan(90);
  });

  it('hold nothing that no workbook says', () => {
    const said = saidInWorkbooks();
    const quoted = (phrase: string) => [`'${phrase}'`, `"${phrase}"`].some((text) => said.includes(text));
    expect(Object.keys(texts).filter((phrase) => !quoted(phrase))).toEqual([]);
  });
});

it('every metric of every pack has the text of its decision, and every page its title', () => {
  const titles: Readonly<Record<string, string>> = en.pages;
  const decisions: Readonly<Record<string, string>> = en.decisions;
  const missing = Object.values(packs).flatMap(({ pages }) =>
    pages.flatMap((page) => [
      ...(titles[page.id] === undefined ? [`title ${page.id}`] : []),
      ...('metrics' in page ? page.metrics : []).flatMap(({ measure, decision }) => {
        const key = decision ?? measure.replace(/^plan\./, '');
        return decisions[key] === undefined ? [`decision ${key}`] : [];
      }),
    ]),
  );
  expect(missing).toEqual([]);
});
