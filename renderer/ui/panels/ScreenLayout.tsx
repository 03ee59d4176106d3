import type { ReactNode } from 'react';
import { Button, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChartHistogram } from '@tabler/icons-react';
import { ChartHeight } from '../charts/chartHeight.ts';
import { Toolbar } from './Toolbar.tsx';
import styles from './ScreenLayout.module.css';

interface ScreenLayoutProps {
  readonly title: string;
  /** Stands beside the title: what part of the screen is shown. */
  readonly controls?: ReactNode;
  /** What can be done with everything on the screen; stands at the right end of the head. */
  readonly acts?: ReactNode;
  /** A sentence or two above everything, e.g. what is wrong and from when. */
  readonly summary?: ReactNode;
  /** Cards, whose height is set here; left out where the part that is shown has none. */
  readonly charts?: ReactNode;
  /** What the charts are about; stands beside their switch while they are open. */
  readonly chartControls?: ReactNode;
  readonly chartsLabel: string;
  readonly areChartsOpen: boolean;
  readonly onChartsToggle: (isOpen: boolean) => void;
  /** Fills the rest; scrolls by itself. */
  readonly children: ReactNode;
}

/** From this width on the charts stand beside the grid rather than above it. */
const wideFrom = 1320;
const chartHeight = { above: 164, beside: 300 };

/** A screen: its title, charts that can be put away, and a grid that takes what is left. */
export function ScreenLayout(props: ScreenLayoutProps) {
  const { title, controls, acts, summary, charts, chartControls, chartsLabel } = props;
  const { areChartsOpen, onChartsToggle, children } = props;
  const { ref, width } = useElementSize();
  const isWide = width >= wideFrom;
  const isOpen = areChartsOpen && charts !== undefined;
  return (
    <section ref={ref} className={styles.screen} aria-label={title}>
      <Toolbar
        label={title}
        end={
          <>
            {acts}
            {charts !== undefined && isOpen && chartControls}
            {charts !== undefined && (
              <Button
                variant={areChartsOpen ? 'light' : 'default'}
                aria-pressed={areChartsOpen}
                leftSection={<IconChartHistogram size={16} aria-hidden />}
                onClick={() => onChartsToggle(!areChartsOpen)}
              >
                {chartsLabel}
              </Button>
            )}
          </>
        }
      >
        <Title order={1} className={styles.title}>
          {title}
        </Title>
        {controls}
      </Toolbar>
      {summary}
      <div className={isWide && isOpen ? `${styles.body} ${styles.wide}` : styles.body}>
        {isOpen && (
          <ChartHeight value={isWide ? chartHeight.beside : chartHeight.above}>
            <div className={styles.charts}>{charts}</div>
          </ChartHeight>
        )}
        <div className={styles.main}>{children}</div>
      </div>
    </section>
  );
}
