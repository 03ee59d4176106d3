import type { TFunction } from 'i18next';
import type { Series } from '#shared/model/series.ts';

interface StoredOptions {
  readonly t: TFunction;
  readonly locale: string;
  /** A value of the input as it is shown. */
  readonly show: (value: number) => string;
}

function dayText(iso: string, locale: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** How an input is stored, in words: constant, growth, steps, ramp, one value a period, or a formula. */
export function storedForm(series: Series, { t, locale, show }: StoredOptions): string {
  if (typeof series === 'number') return t('explain.stored.constant', { value: show(series) });
  if ('values' in series) return t('explain.stored.values', { count: series.values.length });
  if ('formula' in series) return t('explain.stored.formula', { formula: series.formula });
  if ('growth' in series) {
    const base = show(series.base);
    const size = Math.abs(series.growth);
    const share = size.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 });
    if (series.growth < 0) return t('explain.stored.decline', { base, decline: share });
    return t('explain.stored.growth', { base, growth: share });
  }
  if ('steps' in series) {
    const steps = series.steps.map(({ date, value }) =>
      t('explain.stored.step', { value: show(value), date: dayText(date, locale) }),
    );
    return t('explain.stored.steps', { base: show(series.base), steps: steps.join(', ') });
  }
  return t('explain.stored.ramp', {
    from: show(series.from),
    to: show(series.to),
    fromDate: dayText(series.fromDate, locale),
    toDate: dayText(series.toDate, locale),
  });
}
