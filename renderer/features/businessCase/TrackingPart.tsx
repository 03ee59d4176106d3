import { useMemo } from 'react';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { TrackedReading, Tracking } from '#shared/model/deciding/case/tracking.ts';
import type { CaseAnswer } from '#shared/model/deciding/decidingWork.ts';
import { NumberField, TextField } from '#renderer/state/deciding/fields.tsx';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { figureLabel, valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { inputTitle } from '#renderer/state/inputWords.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { usePlan, usePlanStore } from '#renderer/state/usePlan.ts';
import { todayIso } from '#renderer/state/today.ts';
import { courseChart } from './caseCharts.ts';
import { initiativesOf } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface TrackingPartProps {
  readonly figures: PlanFigures;
  readonly answer: CaseAnswer;
}

/** What was promised for each KPI, what it came to, and what the case is worth at that pace. */
export function TrackingPart({ figures, answer: { tracking } }: TrackingPartProps) {
  const { t } = useWords();
  return (
    <>
      <p className={styles.note}>{t('businessCase.trackingNote')}</p>
      {tracking.map((one) => (
        <Tracked key={one.id} figures={figures} tracking={one} />
      ))}
    </>
  );
}

interface TrackedProps {
  readonly figures: PlanFigures;
  readonly tracking: Tracking;
}

function Tracked({ figures, tracking }: TrackedProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const document = usePlan((state) => state.document);
  const { id, name, kpi, promise, target, status, npvAtPace, unit } = tracking;
  const input = target === undefined ? '' : inputTitle(figures, target);
  const stored = document === null ? [] : initiativesOf(document);
  const count = (stored.find((one) => one.id === id)?.tracking ?? []).length;
  const path = `initiatives.${id}.tracking`;
  const add = (): void => {
    const last = tracking.course.at(-1)?.promised ?? 0;
    const member = { date: todayIso(), value: last };
    store.run([{ type: 'insertMember', path, place: count, member }]);
  };
  return (
    <div className={styles.panel}>
      <Section
        title={kpi === '' ? name : t('businessCase.nameAndKpi', { name, kpi })}
        note={t(`businessCase.promise.${promise}`, { input })}
      >
        <p className={styles.note}>
          {t(`businessCase.status.${status}`)} · {figureLabel(npvAtPace)} <FigureValue figure={npvAtPace} />
        </p>
        {promise !== 'none' && <Course figures={figures} tracking={tracking} />}
        <Readings path={path} id={id} unit={unit} readings={tracking.readings} />
        <Button mt={8} variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {t('businessCase.addReading')}
        </Button>
      </Section>
    </div>
  );
}

/** The promised course of the KPI with what it came to. */
function Course({ figures, tracking }: TrackedProps) {
  const { t, currency } = useWords();
  const chart = useMemo(() => courseChart(figures, tracking, t), [figures, tracking, t]);
  return (
    <PlanChartCard
      title={t('businessCase.courseChart')}
      unit={t(`unit.${tracking.unit}`, { currency })}
      chart={chart}
      height={180}
    />
  );
}

interface ReadingsProps {
  readonly path: string;
  readonly id: string;
  readonly unit: Tracking['unit'];
  readonly readings: readonly TrackedReading[];
}

/** As they are stored, each with what was promised for its day. */
function Readings({ path, id, unit, readings }: ReadingsProps) {
  const { t } = useWords();
  const document = usePlan((state) => state.document);
  const stored =
    document === null ? [] : (initiativesOf(document).find((one) => one.id === id)?.tracking ?? []);
  if (stored.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.date')}</th>
            <th scope="col">{t('businessCase.actual')}</th>
            <th scope="col">{t('businessCase.promised')}</th>
            <th scope="col">{t('businessCase.achieved')}</th>
            <th scope="col">{t('businessCase.statusTitle')}</th>
            <th scope="col" className={styles.text ?? ''}>
              {t('businessCase.readingNote')}
            </th>
            <th scope="col">{t('businessCase.act')}</th>
          </tr>
        </thead>
        <tbody>
          {stored.map(({ date, value }, place) => (
            <Reading
              // oxlint-disable-next-line react/no-array-index-key -- two readings may be of one day
              key={place}
              at={`${path}[${place}]`}
              date={date}
              unit={unit}
              reading={readings.find((one) => one.date === date && one.actual === value)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ReadingProps {
  /** Path of the reading. */
  readonly at: string;
  readonly date: string;
  readonly unit: Tracking['unit'];
  readonly reading: TrackedReading | undefined;
}

function Reading({ at, date, unit, reading }: ReadingProps) {
  const words = useWords();
  const { t } = words;
  const store = usePlanStore();
  return (
    <tr>
      <th scope="row">
        <TextField isBare label={t('businessCase.dateOf', { date })} path={`${at}.date`} type="date" />
      </th>
      <td>
        <NumberField isBare label={t('businessCase.actualOf', { date })} path={`${at}.value`} unit={unit} />
      </td>
      <td>{valueText(reading?.promised ?? null, unit, words)}</td>
      <td>{reading === undefined ? '–' : <FigureValue figure={reading.achieved} showsReason />}</td>
      <td>{reading === undefined ? '–' : t(`businessCase.status.${reading.status}`)}</td>
      <td>
        <TextField isBare label={t('businessCase.noteOf', { date })} path={`${at}.note`} />
      </td>
      <td>
        <ActionIcon
          aria-label={t('businessCase.removeReading', { date })}
          onClick={() => store.run([{ type: 'setInput', path: at }])}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}
