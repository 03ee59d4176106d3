import type { AutomationPeriod, AutomationStudy } from '#shared/model/deciding/automation/study.ts';
import type { Figure } from '#shared/model/deciding/figure.ts';
import { FigureTable } from '#renderer/state/deciding/FigureTable.tsx';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { bareText, figureLabel, valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { shortPeriodName } from '#renderer/state/periodName.ts';
import own from './BusinessCase.module.css';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface StudyProps {
  readonly study: AutomationStudy;
}

/** Claimed beside real, then how the real numbers come about, and what the plan gets while it is being adopted. */
export function AutomationFigures({ study }: StudyProps) {
  const { t } = useWords();
  const { net, rampDifference, hoursSavedInPlan, fteSavedInPlan, costInPlan, costPerHourInPlan } = study;
  return (
    <>
      <Section title={t('automation.honest')} note={t('automation.honestNote')}>
        <Honest study={study} />
      </Section>
      <div className={styles.cards}>
        <Section title={t('automation.full')} note={t('automation.fullNote')}>
          <FigureTable
            label={t('automation.full')}
            figures={[
              net.contained,
              net.leakedBack,
              net.hoursBefore,
              net.hoursAfter,
              net.ahtFactor,
              net.costPerMonth,
              net.costPerHourSaved,
            ]}
          />
        </Section>
        <Section title={t('automation.inPlan')} note={t('automation.inPlanNote')}>
          <FigureTable
            label={t('automation.inPlan')}
            figures={[hoursSavedInPlan, fteSavedInPlan, costInPlan, costPerHourInPlan, rampDifference]}
          />
        </Section>
      </div>
    </>
  );
}

interface HonestRow {
  readonly real: Figure;
  readonly claimed: Figure | string;
}

function Honest({ study: { net, present, about, fteSaved, claimedFte } }: StudyProps) {
  const words = useWords();
  const { t } = words;
  const rows: readonly HonestRow[] = [
    { real: net.netDeflection, claimed: valueText(about.containedShare, 'share', words) },
    { real: net.savedShare, claimed: net.claimedShare },
    {
      real: net.remainingAht,
      claimed: valueText(about.ahtSeconds ?? present.ahtSeconds, 'seconds', words),
    },
    { real: fteSaved, claimed: claimedFte },
  ];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.measure')}</th>
            <th scope="col">{t('automation.claimed')}</th>
            <th scope="col">{t('automation.real')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ real, claimed }) => (
            <tr key={real.id}>
              <th scope="row">{figureLabel(real)}</th>
              <td>{typeof claimed === 'string' ? claimed : <FigureValue figure={claimed} showsReason />}</td>
              <td>
                <FigureValue figure={real} showsReason />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columns = [
  ['adoption', 'share'],
  ['contactsWithout', 'contacts'],
  ['contactsWith', 'contacts'],
  ['handleTime', 'seconds'],
  ['hoursWithout', 'hours'],
  ['hoursWith', 'hours'],
  ['hoursSaved', 'hours'],
  ['fteWithout', 'fte'],
  ['fteWith', 'fte'],
  ['fteSaved', 'fte'],
] as const;

/** The same period by period: what the charts show, and each number with where it comes from. */
export function AutomationPeriods({ figures, study }: StudyProps & { readonly figures: PlanFigures }) {
  const { t } = useWords();
  return (
    <Section title={t('automation.periods')} note={t('automation.periodsNote')}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('automation.period')}</th>
              {columns.map(([column, unit]) => (
                <th key={column} scope="col">
                  {t(`automation.column.${column}`)} <span className={styles.unit}>{t(`unit.${unit}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {study.periods.map((period, place) => (
              <Period key={period.start} name={shortPeriodName(figures, 'period', place)} period={period} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Period({ name, period }: { readonly name: string; readonly period: AutomationPeriod }) {
  const words = useWords();
  const { adoption, contactsBefore, contacts, aht, hoursBefore, hoursAfter, hoursSaved } = period;
  const { fteBefore, fteAfter, fteSaved } = period;
  return (
    <tr>
      <th scope="row" className={own.period}>
        {name}
      </th>
      <td>{bareText(adoption, 'share', words)}</td>
      <td>{bareText(contactsBefore, 'contacts', words)}</td>
      <td>
        <FigureValue isBare figure={contacts} />
      </td>
      <td>
        <FigureValue isBare figure={aht} />
      </td>
      <td>{bareText(hoursBefore, 'hours', words)}</td>
      <td>{bareText(hoursAfter, 'hours', words)}</td>
      <td>
        <FigureValue isBare figure={hoursSaved} />
      </td>
      <td>{bareText(fteBefore, 'fte', words)}</td>
      <td>{bareText(fteAfter, 'fte', words)}</td>
      <td>
        <FigureValue isBare figure={fteSaved} />
      </td>
    </tr>
  );
}
