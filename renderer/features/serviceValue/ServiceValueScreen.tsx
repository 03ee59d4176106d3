import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import type { ServiceSweep } from '#shared/model/deciding/service/sweep.ts';
import { serviceMessages } from '#shared/model/deciding/service/words.ts';
import { DraftNumber } from '#renderer/state/deciding/DraftNumber.tsx';
import { NumberField } from '#renderer/state/deciding/fields.tsx';
import { FigureTable } from '#renderer/state/deciding/FigureTable.tsx';
import { WorkProgress } from '#renderer/state/deciding/Progress.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { type Deciding, useDeciding } from '#renderer/state/deciding/useDeciding.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { MemberChoice } from '#renderer/state/MemberChoice.tsx';
import { membersOf } from '#renderer/state/members.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanFigures, usePlanStore } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { AssociationPart } from './AssociationPart.tsx';
import { messageText } from './messageText.ts';
import { netChart, serviceChart } from './serviceCharts.ts';
import { SweepTable } from './SweepTable.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface Question {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly valuePerContact: number;
}

const firstQuestion: Question = { from: 0.5, to: 0.95, step: 0.05, valuePerContact: 0 };

/** What service costs and what it is worth: every goal with its agents, its abandonment, and the customers it keeps. */
export function ServiceValueScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Queues figures={figures} />;
}

function Queues({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const { document, structure } = figures;
  const [wanted, setQueue] = useState('');
  const [question, setQuestion] = useState(firstQuestion);
  // What is worked at leisure has no service level to choose.
  const leisurely = new Set(
    (document.queues ?? []).filter(({ model }) => model === 'workload').map(({ id }) => id),
  );
  const queues = membersOf(structure, 'queues').filter(({ id }) => !leisurely.has(id));
  const queueId = queues.find(({ id }) => id === wanted)?.id ?? queues[0]?.id ?? '';
  const task = useMemo(() => {
    const { valuePerContact, ...range } = question;
    return { kind: 'service' as const, document, queueId, range, valuePerContact };
  }, [document, queueId, question]);
  const working = useDeciding('service', queueId === '' ? null : task);
  const answered = working.answer?.sweep ?? null;
  const sweep = answered?.queueId === queueId ? answered : null;
  if (queueId === '') return <EmptyState title={t('serviceValue.none')} text={t('serviceValue.noneText')} />;
  return (
    <PlanScreen
      title={t('serviceValue.title')}
      controls={
        <MemberChoice label={t('serviceValue.queue')} members={queues} value={queueId} onChange={setQueue} />
      }
      {...(sweep === null ? {} : { charts: <Charts sweep={sweep} /> })}
    >
      <div className={styles.frame}>
        <div className={styles.stack}>
          <Asking question={question} onChange={setQuestion} />
          <WorkProgress {...working} />
          {sweep !== null && <Answer sweep={sweep} working={working} />}
          <Coefficients document={document} />
          <AssociationPart />
        </div>
      </div>
    </PlanScreen>
  );
}

interface AskingProps {
  readonly question: Question;
  readonly onChange: (question: Question) => void;
}

function Asking({ question, onChange }: AskingProps) {
  const { t } = useWords();
  return (
    <div className={styles.fields}>
      <DraftNumber
        label={t('serviceValue.from')}
        unit="share"
        low={0.01}
        high={question.to}
        value={question.from}
        onChange={(from) => onChange({ ...question, from })}
      />
      <DraftNumber
        label={t('serviceValue.to')}
        unit="share"
        low={question.from}
        high={0.999}
        value={question.to}
        onChange={(to) => onChange({ ...question, to })}
      />
      <DraftNumber
        label={t('serviceValue.step')}
        unit="share"
        low={0.01}
        high={0.5}
        value={question.step}
        onChange={(step) => onChange({ ...question, step })}
      />
      <DraftNumber
        label={t('serviceValue.valuePerContact')}
        unit="moneyPerContact"
        low={0}
        value={question.valuePerContact}
        onChange={(valuePerContact) => onChange({ ...question, valuePerContact })}
      />
    </div>
  );
}

function Charts({ sweep }: { readonly sweep: ServiceSweep }) {
  const words = useWords();
  const { t, currency } = words;
  const net = useMemo(() => netChart(sweep, words), [sweep, words]);
  const service = useMemo(() => serviceChart(sweep, words), [sweep, words]);
  return (
    <>
      <PlanChartCard title={t('serviceValue.netChart')} unit={t('unit.money', { currency })} chart={net} />
      <PlanChartCard title={t('serviceValue.serviceChart')} unit="" chart={service} />
    </>
  );
}

interface AnswerProps {
  readonly sweep: ServiceSweep;
  readonly working: Deciding<unknown>;
}

function Answer({ sweep, working }: AnswerProps) {
  const words = useWords();
  const { t } = words;
  const store = usePlanStore();
  const mid = sweep.lines.find(({ level }) => level === 'mid');
  const best = mid?.bestGoal.value ?? null;
  const rows = [
    ...(mid === undefined ? [] : [mid.bestGoal, mid.bestGoalInPlan]),
    sweep.price,
    ...(mid === undefined ? [] : [mid.worth]),
    ...(sweep.today === null ? [] : [sweep.today.requiredFte, sweep.today.cost, sweep.today.abandonment]),
  ];
  return (
    <>
      <Section title={t('serviceValue.inWords')}>
        {serviceMessages(sweep).map((message) => (
          <p key={message.kind} className={styles.note}>
            {messageText(message, words)}
          </p>
        ))}
        <FigureTable label={t('serviceValue.inWords')} figures={rows} />
        {best !== null && best !== sweep.todaysGoal && (
          <Button
            mt={8}
            variant="default"
            disabled={working.share !== null}
            onClick={() =>
              store.run([
                { type: 'setInput', path: `queues.${sweep.queueId}.goal.serviceLevel`, value: best },
              ])
            }
          >
            {t('serviceValue.planBest', {
              goal: best.toLocaleString(words.locale, { style: 'percent', maximumFractionDigits: 1 }),
            })}
          </Button>
        )}
      </Section>
      <SweepTable sweep={sweep} />
    </>
  );
}

/** The churn that abandonment is taken to cause: entered, never measured here. */
function Coefficients({ document }: { readonly document: PlanFigures['document'] }) {
  const { t } = useWords();
  return (
    <Section title={t('serviceValue.churn')} note={t('serviceValue.churnNote')}>
      <div className={styles.fields}>
        {(document.segments ?? []).map(({ id, name = id }) => (
          <NumberField
            key={id}
            label={t('serviceValue.churnOf', { name })}
            path={`segments.${id}.churnPerAbandon`}
            unit="share"
            standard={0}
          />
        ))}
      </div>
    </Section>
  );
}
