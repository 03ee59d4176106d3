import { useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import type { ChurnLevel, ServiceSweep } from '#shared/model/deciding/service/sweep.ts';
import type { SweepPoint } from '#shared/model/deciding/service/sweepPoint.ts';
import type { Unit } from '#shared/model/units.ts';
import { bareText, valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

const columns: readonly (readonly [name: Exclude<keyof SweepPoint, 'goal'>, unit: Unit])[] = [
  ['requiredFte', 'fte'],
  ['agentHours', 'hours'],
  ['totalCost', 'money'],
  ['serviceLevel', 'share'],
  ['abandonment', 'share'],
  ['abandoned', 'contacts'],
  ['lostCustomers', 'customers'],
  ['margin', 'money'],
  ['lostValue', 'money'],
  ['net', 'money'],
  ['netInPlan', 'money'],
];

const levels: readonly ChurnLevel[] = ['low', 'mid', 'high'];

/** Every goal that was looked at, with what it takes and what it brings. */
export function SweepTable({ sweep }: { readonly sweep: ServiceSweep }) {
  const words = useWords();
  const { t } = words;
  const [level, setLevel] = useState<ChurnLevel>('mid');
  const line = sweep.lines.find((one) => one.level === level);
  const best = line?.bestGoal.value ?? null;
  return (
    <Section title={t('serviceValue.table')} note={t('serviceValue.tableNote')}>
      <SegmentedControl
        mb={8}
        aria-label={t('serviceValue.levels')}
        data={levels.map((value) => ({ value, label: t(`serviceValue.level.${value}`) }))}
        value={level}
        onChange={(value) => setLevel(levels.find((one) => one === value) ?? 'mid')}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('serviceValue.goal')}</th>
              {columns.map(([name, unit]) => (
                <th key={name} scope="col">
                  {t(`serviceValue.column.${name}`)}{' '}
                  <span className={styles.unit}>{t(`unit.${unit}`, { currency: words.currency })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(line?.points ?? []).map((point) => (
              <tr key={point.goal} {...(point.goal === best ? { className: styles.total } : {})}>
                <th scope="row">
                  {valueText(point.goal, 'share', words)}
                  {point.goal === best && ` ${t('serviceValue.best')}`}
                  {point.goal === sweep.todaysGoal && ` ${t('serviceValue.today')}`}
                </th>
                {columns.map(([name, unit]) => (
                  <td key={name}>{bareText(point[name], unit, words)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
