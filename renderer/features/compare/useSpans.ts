import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bridge } from '#shared/model/compare/bridge.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { wholeSpan } from './bridgeView.ts';

interface SpanGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** The parts of a bridge that can be looked at: all of it, its fiscal years, its months or weeks. */
export function useSpans(
  { slots }: Bridge,
  years: readonly number[],
  { grain, fiscalYearStart = 1 }: ScenarioDocument['calendar'],
): readonly SpanGroup[] {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  return useMemo(() => {
    const slotName = (start: string): string => {
      const date = new Date(`${start}T00:00:00Z`);
      if (grain === 'month') {
        return date.toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      }
      return t('period.weekOf', {
        date: date.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' }),
      });
    };
    const yearName = (year: number) =>
      fiscalYearStart === 1 ? String(year) : t('period.fiscalYear', { year: String(year) });
    return [
      {
        group: t('compare.bridge.wholeGroup'),
        items: [{ value: wholeSpan, label: t('compare.bridge.whole') }],
      },
      {
        group: t('grain.year'),
        items: [...new Set(years)].map((year) => ({ value: String(year), label: yearName(year) })),
      },
      {
        group: t(`grain.${grain}`),
        items: slots.map(({ start }) => ({ value: start, label: slotName(start) })),
      },
    ];
  }, [slots, years, grain, fiscalYearStart, locale, t]);
}
