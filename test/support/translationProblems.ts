import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { modelPhrases } from '#test/support/modelPhrases.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Keys and texts of a file of texts, keys of inner objects joined by dots. */
type FlatTexts = ReadonlyMap<string, string>;

function flat(value: unknown, prefix: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${prefix} is no text.`);
  return Object.entries(value).flatMap(([key, inner]) =>
    flat(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

function flatFile(path: string): FlatTexts {
  try {
    return new Map(flat(JSON.parse(readFileSync(`${root}${path}`, 'utf8')), ''));
  } catch (thrown) {
    throw new Error(`${path} cannot be read`, { cause: thrown });
  }
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

function placesOf(text: string): readonly string[] {
  const places = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}|<\/?(\w+)>/g)];
  return [...new Set(places.map(([, place, tag]) => place ?? `<${tag}>`))].toSorted();
}

/** Texts that are rightly the same as in English: names, numbers, abbreviations, and what is filled in as a whole. */
function needsNoWords(text: string): boolean {
  const own = text.replaceAll(/\{\{\s*\w+\s*\}\}|<\/?\w+>/g, '').trim();
  return !/\p{L}{3,}/u.test(own) || /^(?:[\p{Lu}\d&.,:;()+–-]+\s*)+$/u.test(own);
}

/** Words that are spelt the same in the languages that use Latin letters. */
const SAME = new Set(
  (
    'Headroom|Erlang A|Erlang B|Erlang C|Erlang|Excel|SQLite|Node|Electron|Chromium|Firefox|Region|Plan|Status|Partner|Total|' +
    'Model|Formula|Text|Normal|Start|Minimum|Maximum|Standard|Chat|E-mail|Bonus|Segment|Agent|Agents|Original|Notes|Local|min|' +
    'Overtime|Detail|Scenario|PDF|PowerPoint|OpsDog, n = 1230|Call Centre Helper, 2022|Metrigy|ContactBabel|Eurostat|Turnella|' +
    'SQM|McKinsey, Gartner|BLS|BLS ECEC|BLS, 2023|ContactBabel, 2024|ContactBabel, 2016|McKinsey, Gartner|SQM, 2022|Median|' +
    'Distribution|Format|Media|Bot|bot|Call Centre Helper|e-mail|chat|Chatbot|agent|plus|Finance|Marketing|Erlang C − A|' +
    'totalCost / customers|Calculator|calendar|Calendar|Net|Contact|Verdict|Interval|Plan: {{name}}|Cost {{currency}}|' +
    '{{contacts}} × {{seconds}} s ÷ {{minutes}} min|95% interval|segment|role'
  ).split('|'),
);

interface Compared {
  readonly file: string;
  readonly language: string;
  readonly english: FlatTexts;
  readonly own: FlatTexts;
}

function keyProblems({ file, language, english, own }: Compared): readonly string[] {
  const bases = (texts: FlatTexts) => new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')));
  const [wanted, found] = [bases(english), bases(own)];
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const plurals = [...english.keys()].filter((key) => key.endsWith('_other'));
  return [
    ...[...wanted].filter((key) => !found.has(key)).map((key) => `${file}: ${key} is missing`),
    ...[...found].filter((key) => !wanted.has(key)).map((key) => `${file}: ${key} is not in English`),
    ...plurals.flatMap((key) => {
      const base = key.replace(PLURAL, '');
      const missing = pluralCategories.filter((category) => !own.has(`${base}_${category}`));
      return missing.length > 0 && found.has(base)
        ? [`${file}: ${base} has no form ${missing.join(', ')}`]
        : [];
    }),
    ...[...own.keys()]
      .filter((key) => {
        const category = PLURAL.exec(key)?.[0].slice(1);
        const isPlural = english.has(`${key.replace(PLURAL, '')}_other`);
        if (category === undefined) return isPlural;
        return isPlural && !pluralCategories.some((known) => known === category);
      })
      .map((key) => `${file}: ${key} is no form of a plural in this language`),
  ];
}

function textProblems({ file, english, own }: Compared): readonly string[] {
  return [...own].flatMap(([key, text]) => {
    const base = key.replace(PLURAL, '');
    const models = [english.get(key), english.get(`${base}_other`), english.get(`${base}_one`)];
    const model = models.find((candidate) => candidate !== undefined);
    if (model === undefined) return [];
    const allowed = models.flatMap((candidate) =>
      candidate === undefined ? [] : [placesOf(candidate).join()],
    );
    return [
      ...(allowed.includes(placesOf(text).join())
        ? []
        : [`${file}: ${key} fills in ${placesOf(text).join(', ')}, not ${placesOf(model).join(', ')}`]),
      ...(text.trim() === '' && model.trim() !== '' ? [`${file}: ${key} is empty`] : []),
      ...(text === model && !needsNoWords(text) && !SAME.has(text)
        ? [`${file}: ${key} is English: ${text}`]
        : []),
    ];
  });
}

function compared(file: string, language: string, english: FlatTexts, own: FlatTexts): readonly string[] {
  const both = { file, language, english, own };
  return [...keyProblems(both), ...textProblems(both)];
}

function partsOf(language: string): readonly string[] {
  return readdirSync(`${root}renderer/app/i18n/${language}`).filter((name) => name.endsWith('.json'));
}

/** What is wrong with the texts of a language other than English: one line a problem, with its file and key. */
export function translationProblems(language: string): readonly string[] {
  const folder = (name: string) => `renderer/app/i18n/${name}`;
  const index = readFileSync(`${root}${folder(language)}/index.ts`, 'utf8');
  const own = partsOf(language);
  const english = partsOf('en');
  const phraseFile = `shared/model/texts/${language}Phrases.json`;
  // The English of a phrase is its key, dots and all.
  const phrases = new Map(modelPhrases().map((phrase) => [phrase, phrase]));
  return [
    ...own.filter((part) => !english.includes(part)).map((part) => `${part} has no English`),
    ...english.flatMap((part) => {
      if (!own.includes(part)) return [`${folder(language)}/${part} is missing`];
      return [
        ...(index.includes(`'./${part}'`) ? [] : [`${folder(language)}/index.ts does not import ${part}`]),
        ...compared(
          `${folder(language)}/${part}`,
          language,
          flatFile(`${folder('en')}/${part}`),
          flatFile(`${folder(language)}/${part}`),
        ),
      ];
    }),
    ...compared(phraseFile, language, phrases, flatFile(phraseFile)),
    ...compared(
      `shared/ipc/texts/${language}.json`,
      language,
      flatFile('shared/ipc/texts/en.json'),
      flatFile(`shared/ipc/texts/${language}.json`),
    ),
  ];
}
