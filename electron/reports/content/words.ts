import type { ReportLanguage } from '#shared/model/packs/content.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import csLabels from '#shared/model/texts/cs.json' with { type: 'json' };
import enLabels from '#shared/model/texts/en.json' with { type: 'json' };
import roLabels from '#shared/model/texts/ro.json' with { type: 'json' };
import ruLabels from '#shared/model/texts/ru.json' with { type: 'json' };
import zhLabels from '#shared/model/texts/zh.json' with { type: 'json' };
import { type Unit, units } from '#shared/model/units.ts';
import cs from '../texts/cs.json' with { type: 'json' };
import en from '../texts/en.json' with { type: 'json' };
import ro from '../texts/ro.json' with { type: 'json' };
import ru from '../texts/ru.json' with { type: 'json' };
import zh from '../texts/zh.json' with { type: 'json' };

type Section = Readonly<Record<string, string>>;
type Texts = Readonly<Record<string, Section>>;

const texts: Readonly<Record<ReportLanguage, Texts>> = { en, cs, ro, ru, zh };
const labels: Readonly<Record<ReportLanguage, Texts>> = {
  en: enLabels,
  cs: csLabels,
  ro: roLabels,
  ru: ruLabels,
  zh: zhLabels,
};

/** What stands where there is no number. */
export const noValue = '–';

/** The words and numbers of a report in its language. */
export interface Words {
  readonly language: ReportLanguage;
  readonly locale: string;
  /** A text by section and key, its {{places}} filled. A missing text is a defect and throws. */
  t(section: string, key: string, values?: Readonly<Record<string, string | number>>): string;
  has(section: string, key: string): boolean;
  /** Name of a measure or input; the user's own lines keep theirs. */
  label(head: NodeHead): string;
  unit(unit: Unit, currency: string): string;
  /** A value as tables have it, without its currency. */
  plain(value: number | null, unit: Unit): string;
  /** A value as sentences have it, with its currency. */
  money(value: number | null, unit: Unit, currency: string): string;
  number(value: number, digits: number): string;
  share(value: number | null, digits: number): string;
  date(isoDate: string, options: Intl.DateTimeFormatOptions): string;
  list(names: readonly string[]): string;
  /** A length of time in its largest fitting unit: 20 s, 4 h. */
  duration(seconds: number): string;
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Key under which the translations keep the label of a measure or input. */
export function labelKey({ kind, name, member, id }: NodeHead): string {
  if (kind === 'input') return name === '' ? member.dimension : `${member.dimension}.${name}`;
  return id.startsWith('calendar.') ? id : `${member.dimension}.${name}`;
}

function labelOf(language: ReportLanguage, head: NodeHead): string {
  // A shrinkage component is named by the planner, and so is a driver.
  if (head.kind === 'input' && head.name === '') return head.label;
  const section = labels[language][head.kind === 'input' ? 'inputs' : 'lines'];
  return section?.[labelKey(head)] ?? head.label;
}

function numberOptions(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' };
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times more than using it. */
function formatted(locale: string, options: Intl.NumberFormatOptions, value: number | null): string {
  if (value === null || !Number.isFinite(value)) return noValue;
  const key = `${locale} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, formatter);
  return formatter.format(value);
}

function durationText(locale: string, seconds: number): string {
  const [unit, value] =
    seconds >= 3600 && seconds % 3600 === 0
      ? ['hour', seconds / 3600]
      : seconds >= 60 && seconds % 60 === 0
        ? ['minute', seconds / 60]
        : ['second', seconds];
  return formatted(locale, { style: 'unit', unit, unitDisplay: 'short' }, value);
}

/** The words of a language. */
export function wordsOf(language: ReportLanguage): Words {
  const own = texts[language];
  const locale = own['general']?.['locale'] ?? 'en-GB';
  const percent = (digits: number): Intl.NumberFormatOptions => ({
    ...numberOptions(digits),
    style: 'percent',
  });
  function plain(value: number | null, unit: Unit): string {
    const { style, digits } = units[unit];
    return formatted(locale, style === 'percent' ? percent(digits) : numberOptions(digits), value);
  }
  return {
    language,
    locale,
    t(section, key, values = {}) {
      const text = own[section]?.[key];
      if (text === undefined) throw new Error(`The report has no text ${section}.${key} in ${language}.`);
      return filled(text, values);
    },
    has: (section, key) => own[section]?.[key] !== undefined,
    label: (head) => labelOf(language, head),
    unit: (unit, currency) => filled(labels[language]['units']?.[unit] ?? '', { currency }),
    plain,
    money(value, unit, currency) {
      const { style, digits } = units[unit];
      if (style !== 'money') return plain(value, unit);
      const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
      return formatted(locale, { ...numberOptions(digits), ...money }, value);
    },
    number: (value, digits) => formatted(locale, numberOptions(digits), value),
    share: (value, digits) => formatted(locale, percent(digits), value),
    date: (isoDate, options) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
        new Date(`${isoDate}T00:00:00Z`),
      ),
    list: (names) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
    duration: (seconds) => durationText(locale, seconds),
  };
}
