import { useTranslation } from 'react-i18next';
import { NativeSelect } from '@mantine/core';
import type { OwnLine } from '#shared/model/scenario.ts';
import { type Unit, unitNames, units } from '#shared/model/units.ts';

interface ChoiceProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

const kinds = ['plan', 'segments', 'queues', 'groups'] as const satisfies readonly OwnLine['scope'][];

/** What the line is computed for. */
export function KindChoice({ value, onChange }: ChoiceProps<OwnLine['scope']>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      label={t('lines.kindLabel')}
      data={kinds.map((kind) => ({ value: kind, label: t(`lines.kind.${kind}`) }))}
      value={value}
      onChange={(event) => {
        const chosen = kinds.find((kind) => kind === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

const rollups = ['formula', 'sum', 'mean', 'first', 'last'] as const satisfies readonly OwnLine['rollup'][];

/** How several periods become one, with what that is right for. */
export function RollupChoice({ value, onChange }: ChoiceProps<OwnLine['rollup']>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      label={t('lines.rollupLabel')}
      description={t(`lines.rollupText.${value}`)}
      inputWrapperOrder={['label', 'input', 'description']}
      data={rollups.map((rollup) => ({ value: rollup, label: t(`lines.rollup.${rollup}`) }))}
      value={value}
      onChange={(event) => {
        const chosen = rollups.find((rollup) => rollup === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

const unitStyles = ['number', 'percent', 'money'] as const;

export function UnitChoice({ value, onChange, currency }: ChoiceProps<Unit> & { readonly currency: string }) {
  const { t } = useTranslation();
  // The plain number stands first: it is what a line has that nobody gave a unit.
  const sorted = unitNames.toSorted((a, b) => Number(b === 'number') - Number(a === 'number'));
  return (
    <NativeSelect
      size="xs"
      label={t('lines.unit')}
      data={unitStyles.map((style) => ({
        group: t(`lines.unitStyle.${style}`),
        items: sorted
          .filter((unit) => units[unit].style === style)
          .map((unit) => ({ value: unit, label: t(`lines.unitName.${unit}`, { currency }) })),
      }))}
      value={value}
      onChange={(event) => {
        const chosen = unitNames.find((unit) => unit === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
