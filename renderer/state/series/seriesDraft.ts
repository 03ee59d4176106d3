import { isIsoDate } from '#shared/kernel/calendar.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Series } from '#shared/model/series.ts';
import { formatExact, type NumberFormat, parseNumber } from '#renderer/ui/numbers.ts';

export const seriesForms = ['constant', 'growth', 'steps', 'ramp', 'values', 'formula'] as const;

export type SeriesForm = (typeof seriesForms)[number];

export interface StepDraft {
  readonly date: string;
  readonly value: string;
}

/** A series as it is typed. Every form keeps its texts, so that going to and fro between them loses nothing. */
export interface SeriesDraft {
  readonly form: SeriesForm;
  readonly constant: string;
  readonly base: string;
  readonly growth: string;
  readonly steps: readonly StepDraft[];
  readonly from: string;
  readonly to: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly list: string;
  readonly formula: string;
}

export interface SeriesContext {
  readonly format: NumberFormat;
  readonly locale: string;
  /** ISO dates on which the periods of the plan begin. */
  readonly starts: readonly string[];
  /** What the input has now, period by period. */
  readonly present: readonly number[];
}

export type SeriesProblem =
  | { readonly kind: 'badNumber'; readonly text: string }
  | { readonly kind: 'badDate' | 'backwards' | 'noFormula' | 'noValues' }
  | { readonly kind: 'tooMany'; readonly periods: number };

const growthFormat = { style: 'percent' } as const;

/** Computed numbers end where rounding begins to show: 110, not 110.00000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function formOf(series: Series | undefined): SeriesForm {
  if (series === undefined || typeof series === 'number') return 'constant';
  if ('values' in series) return 'values';
  if ('formula' in series) return 'formula';
  if ('growth' in series) return 'growth';
  return 'steps' in series ? 'steps' : 'ramp';
}

/** The form in use with its texts; the other forms begin with what comes nearest to the present numbers. */
export function seriesDraft(series: Series | undefined, context: SeriesContext): SeriesDraft {
  const { format, locale, starts, present } = context;
  const show = (value: number) => formatExact(value, format, locale);
  const first = tidy(present[0] ?? 0);
  const last = tidy(present.at(-1) ?? first);
  const draft: SeriesDraft = {
    form: formOf(series),
    constant: show(first),
    base: show(first),
    growth: formatExact(0, growthFormat, locale),
    steps: [{ date: starts[Math.min(12, starts.length - 1)] ?? '', value: show(last) }],
    from: show(first),
    to: show(last),
    fromDate: starts[0] ?? '',
    toDate: starts.at(-1) ?? '',
    list: present.map((value) => show(tidy(value))).join('\t'),
    formula: '',
  };
  if (series === undefined || typeof series === 'number') return draft;
  if ('values' in series) return { ...draft, list: series.values.map(show).join('\t') };
  if ('formula' in series) return { ...draft, formula: series.formula };
  if ('growth' in series)
    return { ...draft, base: show(series.base), growth: formatExact(series.growth, growthFormat, locale) };
  if ('steps' in series) {
    const steps = series.steps.map(({ date, value }) => ({ date, value: show(value) }));
    return { ...draft, base: show(series.base), steps };
  }
  const { fromDate, toDate } = series;
  return { ...draft, from: show(series.from), to: show(series.to), fromDate, toDate };
}

type Read<T> = Result<T, SeriesProblem>;

function failed(fault: SeriesProblem): { readonly ok: false; readonly fault: SeriesProblem } {
  return { ok: false, fault };
}

function numberFrom(text: string, format: NumberFormat, locale: string): Read<number> {
  const read = parseNumber(text, format, locale);
  return read.ok ? read : failed({ kind: 'badNumber', text: text.trim() });
}

function growthFrom(draft: SeriesDraft, { format, locale }: SeriesContext): Read<Series> {
  const base = numberFrom(draft.base, format, locale);
  if (!base.ok) return base;
  const growth = numberFrom(draft.growth, growthFormat, locale);
  return growth.ok ? { ok: true, value: { base: base.value, growth: growth.value } } : growth;
}

function stepsFrom(draft: SeriesDraft, { format, locale }: SeriesContext): Read<Series> {
  const base = numberFrom(draft.base, format, locale);
  if (!base.ok) return base;
  const steps: { date: string; value: number }[] = [];
  for (const { date, value } of draft.steps) {
    const read = numberFrom(value, format, locale);
    if (!read.ok) return read;
    if (!isIsoDate(date)) return failed({ kind: 'badDate' });
    steps.push({ date, value: read.value });
  }
  return {
    ok: true,
    value: { base: base.value, steps: steps.toSorted((a, b) => a.date.localeCompare(b.date)) },
  };
}

function rampFrom(draft: SeriesDraft, { format, locale }: SeriesContext): Read<Series> {
  const from = numberFrom(draft.from, format, locale);
  if (!from.ok) return from;
  const to = numberFrom(draft.to, format, locale);
  if (!to.ok) return to;
  const { fromDate, toDate } = draft;
  if (!isIsoDate(fromDate) || !isIsoDate(toDate)) return failed({ kind: 'badDate' });
  if (toDate < fromDate) return failed({ kind: 'backwards' });
  return { ok: true, value: { from: from.value, to: to.value, fromDate, toDate } };
}

/** Parted by tabs or lines as a spreadsheet does, or else by blanks and semicolons. */
function listFrom({ list }: SeriesDraft, { format, locale, starts }: SeriesContext): Read<Series> {
  const separator = /[\t\r\n]/.test(list.trim()) ? /[\t\r\n]+/ : /[;\s]+/;
  const texts = list.split(separator).filter((text) => text.trim() !== '');
  if (texts.length === 0) return failed({ kind: 'noValues' });
  if (texts.length > starts.length) return failed({ kind: 'tooMany', periods: starts.length });
  const values: number[] = [];
  for (const text of texts) {
    const read = numberFrom(text, format, locale);
    if (!read.ok) return read;
    values.push(read.value);
  }
  return { ok: true, value: { values } };
}

/** The series that is typed, or the first thing that is wrong with it. */
export function readSeries(draft: SeriesDraft, context: SeriesContext): Read<Series> {
  switch (draft.form) {
    case 'constant':
      return numberFrom(draft.constant, context.format, context.locale);
    case 'growth':
      return growthFrom(draft, context);
    case 'steps':
      return stepsFrom(draft, context);
    case 'ramp':
      return rampFrom(draft, context);
    case 'values':
      return listFrom(draft, context);
    case 'formula': {
      const formula = draft.formula.trim();
      return formula === '' ? failed({ kind: 'noFormula' }) : { ok: true, value: { formula } };
    }
  }
}
