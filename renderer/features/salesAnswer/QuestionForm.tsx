import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { mostFactorTried, type SalesQuestion } from '#shared/model/salesAnswer.ts';
import type { ViewMember } from '#shared/model/planView.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { formatExact, type NumberFormat, parseNumber } from '#renderer/ui/numbers.ts';
import styles from './SalesAnswer.module.css';

interface QuestionFormProps {
  readonly figures: PlanFigures;
  /** Those with deals. */
  readonly segments: readonly ViewMember[];
  readonly question: SalesQuestion;
  readonly onChange: (question: SalesQuestion) => void;
  readonly isBusy: boolean;
  readonly onAsk: (question: SalesQuestion) => void;
}

/** A usual question to begin with. */
const startChange = 0.2;

const change: NumberFormat = { style: 'percent', digits: 1 };

/** Whose deals change, by how much, and from when. */
export function QuestionForm(props: QuestionFormProps) {
  const { figures, segments, question, onChange, isBusy, onAsk } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(() => formatExact(startChange, change, figures.locale));
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = parseNumber(text, change, figures.locale);
    if (!read.ok) return setProblem(t('salesAnswer.badChange', { text }));
    const factor = 1 + read.value;
    if (factor < 0 || factor > mostFactorTried) return setProblem(t('salesAnswer.tooSmall'));
    setProblem(null);
    const asked = { ...question, factor };
    onChange(asked);
    onAsk(asked);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <NativeSelect
        label={t('salesAnswer.field.segment')}
        data={[
          { value: '', label: t('salesAnswer.field.all') },
          ...segments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={question.segmentId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...question, segmentId: value === '' ? null : value })
        }
      />
      <TextInput
        label={t('salesAnswer.field.change')}
        value={text}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
        className={styles.change}
      />
      <NativeSelect
        label={t('salesAnswer.field.from')}
        data={figures.structure.periods.map(({ index }) => ({
          value: String(index),
          label: periodName(figures, 'period', index),
        }))}
        value={String(Math.min(question.from, figures.structure.periods.length - 1))}
        onChange={({ currentTarget: { value } }) => onChange({ ...question, from: Number(value) })}
      />
      <Button type="submit" disabled={isBusy}>
        {t('salesAnswer.ask')}
      </Button>
    </form>
  );
}
