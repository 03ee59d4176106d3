import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, Modal, Progress, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { GoalAnswer, GoalQuestion } from '#shared/model/goalSeek.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { goalWords, mostDealsQuestion } from '#renderer/state/goalQuestions.ts';
import { type GoalState, useGoalSearch } from '#renderer/state/useSearch.ts';
import { usePlanFigures, usePlanStore, useView } from '#renderer/state/usePlan.ts';
import { answerSentences, wishText } from './answerText.ts';
import { type GoalForm, readForm, startForm } from './goalForm.ts';
import { InputPart, ResultPart } from './GoalFields.tsx';
import styles from './GoalSeek.module.css';
import { faultText } from '#renderer/state/faultText.ts';

/** The dialog that finds the input for a result; nothing while nothing is looked for. */
export function GoalSeek() {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const { goal, closeGoal } = useView();
  return (
    <Modal
      opened={goal !== null && figures !== null}
      onClose={closeGoal}
      size={680}
      title={t('goalSeek.title')}
      closeButtonProps={{ 'aria-label': t('goalSeek.close') }}
      transitionProps={{ duration: 0 }}
    >
      {goal !== null && figures !== null && <Search figures={figures} known={goal} onClose={closeGoal} />}
    </Modal>
  );
}

interface SearchProps {
  readonly figures: PlanFigures;
  readonly known: Partial<GoalQuestion>;
  readonly onClose: () => void;
}

function Search({ figures, known, onClose }: SearchProps) {
  const { t } = useTranslation();
  const { selected } = useView();
  const [form, setForm] = useState(() => startForm(figures, known, selected));
  const [isTried, setTried] = useState(false);
  const { state, start, stop } = useGoalSearch();
  const { question, problems } = useMemo(() => readForm(figures, form), [figures, form]);
  const change = (part: Partial<GoalForm>): void => {
    setForm({ ...form, ...part });
    // An answer to another question would mislead.
    stop();
  };
  const seek = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (question !== null) start(figures.document, question);
  };
  const shown = isTried ? problems : {};
  const deals = useMemo(() => mostDealsQuestion(figures), [figures]);
  return (
    <form onSubmit={seek} noValidate>
      <Stack gap="sm">
        {deals !== null && (
          <Group gap="xs">
            <Text size="xs" c="var(--planner-text-quiet)">
              {t('goalSeek.ready')}
            </Text>
            <Button variant="light" size="compact-xs" onClick={() => change(startForm(figures, deals, null))}>
              {t('goalSeek.deals', goalWords(figures, deals))}
            </Button>
          </Group>
        )}
        <ResultPart figures={figures} form={form} problems={shown} change={change} />
        <InputPart figures={figures} form={form} problems={shown} change={change} />
        <Running state={state} onCancel={stop} />
        <Answer figures={figures} state={state} onClose={onClose} />
      </Stack>
    </form>
  );
}

function Running({ state, onCancel }: { readonly state: GoalState; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  if (state.kind !== 'running') {
    return (
      <Group justify="flex-end">
        <Button type="submit" variant={state.kind === 'done' ? 'default' : 'filled'}>
          {t('goalSeek.find')}
        </Button>
      </Group>
    );
  }
  return (
    <Group wrap="nowrap">
      <Progress
        className={styles.progress}
        value={Math.max(2, 100 * state.share)}
        aria-label={t('goalSeek.searching')}
      />
      <Button variant="default" onClick={onCancel}>
        {t('goalSeek.cancel')}
      </Button>
    </Group>
  );
}

interface AnswerProps {
  readonly figures: PlanFigures;
  readonly state: GoalState;
  readonly onClose: () => void;
}

/** What was found, in words, and the button that makes it so. */
function Answer({ figures, state, onClose }: AnswerProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.answer}>
      {state.kind === 'running' && <span className={styles.hidden}>{t('goalSeek.searching')}</span>}
      {state.kind === 'done' && !state.answer.ok && (
        <Alert color="red" variant="outline" p="xs">
          {faultText(state.answer.fault, t)}
        </Alert>
      )}
      {state.kind === 'done' && state.answer.ok && (
        <Found figures={figures} question={state.question} answer={state.answer.value} onClose={onClose} />
      )}
    </div>
  );
}

interface FoundProps {
  readonly figures: PlanFigures;
  readonly question: GoalQuestion;
  readonly answer: GoalAnswer;
  readonly onClose: () => void;
}

function Found({ figures, question, answer, onClose }: FoundProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const [refusal, setRefusal] = useState<string | null>(null);
  const asked = { figures, question, t };
  const [first, ...others] = answerSentences(asked, answer);
  const { commands } = answer;
  const apply = (): void => {
    const reason = t('goalSeek.reason', { wish: wishText(asked) });
    const done = store.run((commands ?? []).map((command) => ({ ...command, reason })));
    if (!done.ok) {
      store.dismissRefusal();
      return setRefusal(faultText(done.fault, t));
    }
    notifications.show({
      message: t('goalSeek.applied'),
      closeButtonProps: { 'aria-label': t('goalSeek.close') },
    });
    onClose();
  };
  return (
    <section className={styles.found} aria-label={t('goalSeek.answer')}>
      <Title order={3} className={styles.first} data-testid="goal-answer">
        {first}
      </Title>
      {others.map((sentence) => (
        <p key={sentence} className={styles.sentence}>
          {sentence}
        </p>
      ))}
      {refusal !== null && (
        <Text role="alert" size="sm" c="var(--planner-error)">
          {refusal}
        </Text>
      )}
      {commands !== undefined && (
        <Group justify="flex-end" mt={8}>
          <Button onClick={apply}>{t('goalSeek.apply')}</Button>
        </Group>
      )}
    </section>
  );
}
