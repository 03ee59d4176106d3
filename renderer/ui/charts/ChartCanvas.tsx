import { memo, useId, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { useComputedColorScheme, VisuallyHidden } from '@mantine/core';
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
import { palettes } from '../palette.ts';
import { systemFonts } from '../theme.ts';
import { hatched } from './hatch.ts';
import { toChartConfig } from './toChartConfig.ts';
import type { ChartTexts, DrawnChartData } from './types.ts';
import { useChartKeys } from './useChartKeys.ts';
import { valueLabels } from './valueLabels.ts';
import styles from './ChartCard.module.css';

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
  valueLabels,
);
ChartJs.defaults.font.family = systemFonts;
// Its lists of texts are values, not one value for each point.
ChartJs.defaults.describe('plugins.valueLabels', { _scriptable: false, _indexable: false });

/** Below this a legend of several lines would leave little room for the chart. */
const lowHeight = 200;

interface ChartCanvasProps {
  readonly chart: DrawnChartData;
  readonly unit: string;
  readonly locale: string;
  /** What a screen reader is told; the numbers themselves are read point by point, or in the table of the card. */
  readonly label: string;
  readonly texts: ChartTexts;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly height: number;
}

/** What chart.js draws, with the hatching that needs a canvas to be made. */
function useDrawing({ chart, unit, locale, height }: ChartCanvasProps) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return useMemo(() => {
    const config = toChartConfig(chart, unit, { scheme, locale, isLow: height < lowHeight });
    const datasets = config.data.datasets.map((dataset, place) => {
      const { backgroundColor } = dataset;
      if (config.hatches[place] === undefined || typeof backgroundColor !== 'string') return dataset;
      return {
        ...dataset,
        backgroundColor: hatched(backgroundColor, config.hatches[place], palettes[scheme]),
      };
    });
    return { ...config, data: { ...config.data, datasets } };
  }, [chart, unit, scheme, locale, height]);
}

/** Mounts what `toChartConfig` describes. */
export const ChartCanvas = memo(function ChartCanvas(props: ChartCanvasProps) {
  const { chart, locale, label, texts, frame, height } = props;
  const config = useDrawing(props);
  const drawn = useRef<ChartJs | null>(null);
  const hintId = useId();
  const { spoken, ...keys } = useChartKeys(chart, drawn, locale, texts);
  return (
    // The arrow keys go along the points, which no native element has.
    <div
      ref={frame}
      className={styles.canvas}
      style={{ height }}
      role="application"
      aria-label={label}
      aria-describedby={hintId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      {...keys}
    >
      <Chart
        ref={(made) => {
          drawn.current = made ?? null;
        }}
        type={config.type}
        data={config.data}
        options={config.options}
        aria-hidden
      />
      <VisuallyHidden id={hintId}>{texts.keysHint}</VisuallyHidden>
      <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
    </div>
  );
});
