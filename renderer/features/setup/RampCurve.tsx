import { useTranslation } from 'react-i18next';
import { formatPlain } from '#renderer/ui/numbers.ts';
import type { GroupProps } from './GroupEditor.tsx';
import { rampPoints } from './rampPoints.ts';
import styles from './Setup.module.css';

const [width, height, margin] = [460, 110, 18];

/** Productivity of a new hire by week: nothing in training, part of it in nesting, then all of it step by step. */
export function RampCurve({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const points = rampPoints(group.ramp ?? {});
  const weeks = points.at(-1)?.week ?? 0;
  const x = (week: number) => margin + (week / Math.max(1, weeks)) * (width - 2 * margin);
  const y = (share: number) => height - margin - share * (height - 2 * margin);
  const path = points.map(({ week, share }) => `${x(week)},${y(share)}`).join(' ');
  const productive = points.find(({ share }) => share >= 1)?.week ?? weeks;
  const whole = formatPlain(productive, { style: 'number', digits: 0 }, figures.locale);
  return (
    <figure style={{ margin: '8px 0 0' }}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles.curve}
        role="img"
        aria-label={t('setup.group.rampCurve', { weeks: whole })}
      >
        <line x1={margin} x2={width - margin} y1={y(0)} y2={y(0)} stroke="var(--planner-line-strong)" />
        <line
          x1={margin}
          x2={width - margin}
          y1={y(1)}
          y2={y(1)}
          stroke="var(--planner-line)"
          strokeDasharray="4 3"
        />
        <polyline points={path} fill="none" stroke="var(--planner-focus)" strokeWidth={2} />
      </svg>
      <figcaption className={styles.unit}>{t('setup.group.rampCurve', { weeks: whole })}</figcaption>
    </figure>
  );
}
