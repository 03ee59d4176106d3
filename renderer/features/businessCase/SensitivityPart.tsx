import { useMemo } from 'react';
import type { DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { assumptionName } from './assumptionName.ts';
import { tornadoChart } from './caseCharts.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface SensitivityPartProps {
  readonly figures: PlanFigures;
  readonly depth: DepthAnswer | null;
}

/** What the case rests on: how far each assumption moves it, and where it would be worth nothing. */
export function SensitivityPart({ depth }: SensitivityPartProps) {
  const words = useWords();
  const { t, currency, locale } = words;
  const chart = useMemo(() => (depth === null ? null : tornadoChart(depth, words)), [depth, words]);
  if (depth === null) return null;
  const { change, months } = depth.sensitivity;
  const share = change.toLocaleString(locale, { style: 'percent' });
  return (
    <>
      {chart !== null && (
        <PlanChartCard
          title={t('businessCase.tornado')}
          unit={t('unit.money', { currency })}
          chart={chart}
          height={Math.max(180, 60 + chart.bars.length * 30)}
        />
      )}
      <p className={styles.note}>{t('businessCase.tornadoNote', { share, count: months })}</p>
      <Section title={t('businessCase.breakEven')} note={t('businessCase.breakEvenNote')}>
        <BreakEvens depth={depth} />
      </Section>
    </>
  );
}

function BreakEvens({ depth }: { readonly depth: DepthAnswer }) {
  const words = useWords();
  const { t, locale } = words;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.assumption')}</th>
            <th scope="col">{t('businessCase.now')}</th>
            <th scope="col">{t('businessCase.breakEvenAt')}</th>
            <th scope="col">{t('businessCase.room')}</th>
          </tr>
        </thead>
        <tbody>
          {depth.breakEvens.map(({ assumption, value, room }) => (
            <tr key={assumption.id}>
              <th scope="row">{assumptionName(assumption, t)}</th>
              <td>{valueText(assumption.present, assumption.unit, words)}</td>
              <td>
                <FigureValue figure={value} showsReason />
              </td>
              <td>
                {room === null
                  ? '–'
                  : room.toLocaleString(locale, {
                      style: 'percent',
                      maximumFractionDigits: 0,
                      signDisplay: 'exceptZero',
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
