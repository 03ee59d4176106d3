import { useTranslation } from 'react-i18next';
import { Button, Menu } from '@mantine/core';
import type { Benchmark } from '#shared/model/assumptions/benchmarks.ts';
import type { Unit } from '#shared/model/units.ts';
import { benchmarkCommands } from './assumptionEdits.ts';
import { benchmarkNumber, usableValues } from './benchmarkFigures.ts';
import type { PlanFigures } from './figures.ts';
import { todayIso } from './today.ts';
import { usePlanStore } from './usePlan.ts';

interface UseBenchmarkProps {
  readonly benchmark: Benchmark;
  readonly path: string;
  readonly unit: Unit | undefined;
  /** Of the input, for those who do not see where the button stands. */
  readonly name: string;
  readonly figures: PlanFigures;
}

/** Names the benchmark as the source of an input, with its figure or with the value that the input has. One step of undo. */
export function UseBenchmark({ benchmark, path, unit, name, figures }: UseBenchmarkProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const { document, structure, locale } = figures;
  const use = (value: number | null): void => {
    store.run(benchmarkCommands({ document, path, benchmark, today: todayIso(), value }));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-xs" variant="default" aria-label={t('assumptions.useNamed', { name })}>
          {t('assumptions.use')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {usableValues(benchmark, path, unit, structure.currency).map((value) => (
          <Menu.Item key={value} onClick={() => use(value)}>
            {t('assumptions.useValue', { value: benchmarkNumber(benchmark, value, { locale }) })}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => use(null)}>{t('assumptions.useSource')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
