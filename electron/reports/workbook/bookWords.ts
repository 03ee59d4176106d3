import type { ReportLanguage } from '#shared/model/packs/content.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import csPhrases from '#shared/model/texts/csPhrases.json' with { type: 'json' };
import roPhrases from '#shared/model/texts/roPhrases.json' with { type: 'json' };
import ruPhrases from '#shared/model/texts/ruPhrases.json' with { type: 'json' };
import zhPhrases from '#shared/model/texts/zhPhrases.json' with { type: 'json' };
import type { Unit } from '#shared/model/units.ts';
import { wordsOf } from '../content/words.ts';
import cs from './texts/cs.json' with { type: 'json' };
import ro from './texts/ro.json' with { type: 'json' };
import ru from './texts/ru.json' with { type: 'json' };
import zh from './texts/zh.json' with { type: 'json' };

/** What a workbook can say, by its English. A phrase that no translation knows is a type error. */
export type Phrase = keyof typeof cs;

type Values = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<Exclude<ReportLanguage, 'en'>, Readonly<Record<Phrase, string>>>> = {
  cs,
  ro,
  ru,
  zh,
};

const modelTexts: Readonly<Record<Exclude<ReportLanguage, 'en'>, Readonly<Record<string, string>>>> = {
  cs: csPhrases,
  ro: roPhrases,
  ru: ruPhrases,
  zh: zhPhrases,
};

/** The words of a workbook in its language. */
export interface BookWords {
  readonly language: ReportLanguage;
  say(phrase: Phrase, values?: Values): string;
  /** Name of a measure or input; the user's own lines keep theirs. */
  label(head: NodeHead): string;
  /** What the model says, such as the meaning of a measure, by its English. */
  model(english: string): string;
  unit(unit: Unit, currency: string): string;
  /** A number as it is written in the language. */
  number(value: number, digits: number): string;
  /** Monday is 0. */
  weekday(day: number, length: 'long' | 'short'): string;
}

function filled(text: string, values: Values): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A Monday; the names of the days follow from its week. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MILLISECONDS = 86_400_000;

export function bookWords(language: ReportLanguage): BookWords {
  const words = wordsOf(language);
  const own = language === 'en' ? undefined : texts[language];
  const model = language === 'en' ? undefined : modelTexts[language];
  return {
    language,
    say: (phrase, values = {}) => filled(own === undefined ? phrase : own[phrase], values),
    label: words.label,
    model: (english) =>
      model !== undefined && Object.hasOwn(model, english) ? (model[english] ?? english) : english,
    unit: words.unit,
    number: words.number,
    weekday: (day, length) =>
      new Intl.DateTimeFormat(words.locale, { weekday: length, timeZone: 'UTC' }).format(
        new Date(MONDAY + day * DAY_MILLISECONDS),
      ),
  };
}
