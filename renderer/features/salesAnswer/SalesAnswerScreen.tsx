import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, Progress, Title } from '@mantine/core';
import { type SalesQuestion, usualLeadTime } from '#shared/model/salesQuestion.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { membersOf } from '#renderer/state/members.ts';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { AnswerPage } from './AnswerPage.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { type SalesState, useSalesAnswer } from '#renderer/state/useSearch.ts';
import styles from './SalesAnswer.module.css';

/** "Can we support the sales plan?", asked and answered on one page. */
export function SalesAnswerScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Asking figures={figures} />;
}

function Asking({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const { state, start, stop } = useSalesAnswer();
  const segments = membersOf(figures.structure, 'segments').filter(({ inputKey }) =>
    figures.nodes.has(`${inputKey}.deals`),
  );
  const [question, setQuestion] = useState<SalesQuestion>({
    segmentId: null,
    factor: 1.2,
    from: 0,
    leadTimeWeeks: usualLeadTime(figures.document),
  });
  if (segments.length === 0)
    return <EmptyState title={t('salesAnswer.title')} text={t('salesAnswer.noDeals')} />;
  return (
    <div className={styles.screen}>
      <header className={styles.asking}>
        <Title order={1} className={styles.title}>
          {t('salesAnswer.title')}
        </Title>
        <p className={styles.quiet}>{t('salesAnswer.intro')}</p>
        <QuestionForm
          figures={figures}
          segments={segments}
          question={question}
          onChange={setQuestion}
          isBusy={state.kind === 'running'}
          onAsk={(asked) => start(figures.document, asked)}
        />
      </header>
      <Outcome figures={figures} state={state} onCancel={stop} />
    </div>
  );
}

interface OutcomeProps {
  readonly figures: PlanFigures;
  readonly state: SalesState;
  readonly onCancel: () => void;
}

function Outcome({ figures, state, onCancel }: OutcomeProps) {
  const { t } = useTranslation();
  if (state.kind === 'idle') return null;
  if (state.kind === 'running')
    return (
      <Group wrap="nowrap" role="status">
        <span>{t('salesAnswer.working')}</span>
        <Progress
          className={styles.progress}
          value={Math.max(2, 100 * state.share)}
          aria-label={t('salesAnswer.working')}
        />
        <Button variant="default" onClick={onCancel}>
          {t('salesAnswer.cancel')}
        </Button>
      </Group>
    );
  if (!state.answer.ok)
    return (
      <Alert color="red" variant="outline">
        {faultText(state.answer.fault, t)}
      </Alert>
    );
  return (
    <>
      {state.document !== figures.document && (
        <Alert color="yellow" variant="outline" className={styles.screenOnly}>
          {t('salesAnswer.outdated')}
        </Alert>
      )}
      <AnswerPage figures={figures} answer={state.answer.value} />
    </>
  );
}
