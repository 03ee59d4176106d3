import { useTranslation } from 'react-i18next';
import { NativeSelect } from '@mantine/core';
import type { Grain } from '#shared/model/periods.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { periodName } from '#renderer/state/periodName.ts';

const grainsOf = {
  month: ['period', 'quarter', 'year'],
  week: ['period', 'month', 'quarter', 'year'],
} as const satisfies Readonly<Record<'month' | 'week', readonly Grain[]>>;

interface PlaceChoiceProps {
  readonly figures: PlanFigures;
  readonly grain: Grain;
  readonly place: number | 'all';
  /** Whether all periods at once may be meant. */
  readonly hasAll: boolean;
  readonly onChange: (grain: Grain, place: number | 'all') => void;
}

/** One period, or every one of a length. */
export function PlaceChoice({ figures, grain, place, hasAll, onChange }: PlaceChoiceProps) {
  const { t } = useTranslation();
  const { structure } = figures;
  const grains = grainsOf[structure.grain];
  const nameOf = (one: Grain) => (one === 'period' ? structure.grain : one);
  const all = {
    group: t('goalSeek.all'),
    items: grains.map((one) => ({ value: `${one}:all`, label: t(`goalSeek.everyPeriod.${nameOf(one)}`) })),
  };
  const single = grains.toReversed().map((one) => ({
    group: t(`goalSeek.one.${nameOf(one)}`),
    items: structure.groups[one].map((_, at) => ({
      value: `${one}:${at}`,
      label: periodName(figures, one, at),
    })),
  }));
  return (
    <NativeSelect
      size="xs"
      label={t('goalSeek.place')}
      data={[...(hasAll ? [all] : []), ...single]}
      value={`${grain}:${place}`}
      onChange={(event) => {
        const [chosen, at] = event.currentTarget.value.split(':');
        const next = grains.find((one) => one === chosen);
        if (next !== undefined) onChange(next, at === 'all' ? 'all' : Number(at));
      }}
    />
  );
}
