import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NativeSelect } from '@mantine/core';
import type { ComparedSide } from '#renderer/state/useCompareSides.ts';

export interface OtherChoice {
  /** What the first plan is held against here. */
  readonly after: ComparedSide | undefined;
  readonly onChoose: (key: string) => void;
}

/** Where only two plans can be compared at a time: which one stands beside the first. */
export function useOtherSide(sides: readonly ComparedSide[]): OtherChoice {
  const [chosen, setChosen] = useState<string | null>(null);
  const others = sides.slice(1);
  return { after: others.find(({ key }) => key === chosen) ?? others[0], onChoose: setChosen };
}

export function OtherSide({
  sides,
  after,
  onChoose,
}: OtherChoice & { readonly sides: readonly ComparedSide[] }) {
  const { t } = useTranslation();
  const [first, ...others] = sides;
  if (first === undefined || others.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('compare.against', { name: first.name })}
      data={others.map(({ key, name }) => ({
        value: key,
        label: t('compare.pair', { first: first.name, other: name }),
      }))}
      value={after?.key ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
