import { useMemo } from 'react';
import type { RefObject } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import { Chart } from 'react-chartjs-2';
import { systemFonts } from '../theme.ts';
import { toChartConfig } from './toChartConfig.ts';
import type { ChartData } from './types.ts';

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  annotation,
);
ChartJs.defaults.font.family = systemFonts;

/** Below this a legend of several lines would leave little room for the chart. */
const lowHeight = 200;

interface ChartCanvasProps {
  readonly chart: ChartData;
  readonly unit: string;
  readonly locale: string;
  /** What a screen reader is told; the numbers themselves are in the table of the card. */
  readonly label: string;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly height: number;
}

/** Mounts what `toChartConfig` describes. */
export function ChartCanvas({ chart, unit, locale, label, frame, height }: ChartCanvasProps) {
  const scheme = useComputedColorScheme('light');
  const reducedMotion = useReducedMotion();
  const config = useMemo(
    () => toChartConfig(chart, unit, { scheme, locale, reducedMotion, isLow: height < lowHeight }),
    [chart, unit, scheme, locale, reducedMotion, height],
  );
  return (
    <div ref={frame} style={{ position: 'relative', height }}>
      <Chart type={config.type} data={config.data} options={config.options} role="img" aria-label={label} />
    </div>
  );
}
