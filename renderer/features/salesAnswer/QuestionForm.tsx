import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { mostFactorTried } from '#shared/model/salesAnswer.ts';
import { asksLeadTime, type SalesQuestion } from '#shared/model/salesQuestion.ts';
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

const weeks: NumberFormat = { style: 'number' };
/** Two years: whoever takes longer has typed days. */
const mostWeeks = 104;

const change: NumberFormat = { style: 'percent', digits: 1 };

/** What was typed for the two numbers of the question, or what is wrong with it. */
function readNumbers({
  texts,
  locale,
  t,
}: {
  readonly texts: Texts;
  readonly locale: string;
  readonly t: TFunction;
}) {
  const problems: Partial<Texts> = {};
  const read = parseNumber(texts.change, change, locale);
  const lead = parseNumber(texts.lead, weeks, locale);
  const factor = read.ok ? 1 + read.value : 1;
  if (!read.ok) problems.change = t('salesAnswer.badChange', { text: texts.change });
  else if (factor < 0 || factor > mostFactorTried) problems.change = t('salesAnswer.tooSmall');
  const leadTimeWeeks = lead.ok ? lead.value : -1;
  if (leadTimeWeeks < 0 || leadTimeWeeks > mostWeeks)
    problems.lead = t('salesAnswer.badWeeks', { text: texts.lead });
  return { factor, leadTimeWeeks, problems };
}

interface Texts {
  change: string;
  lead: string;
}

/** Whose deals change, by how much, and from when. */
export function QuestionForm(props: QuestionFormProps) {
  const { figures, segments, question, onChange, isBusy, onAsk } = props;
  const { t } = useTranslation();
  const { locale } = figures;
  const [texts, setTexts] = useState<Texts>(() => ({
    change: formatExact(startChange, change, locale),
    lead: formatExact(question.leadTimeWeeks, weeks, locale),
  }));
  const [problems, setProblems] = useState<Partial<Texts>>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { problems: found, ...numbers } = readNumbers({ texts, locale, t });
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const asked = { ...question, ...numbers };
    onChange(asked);
    onAsk(asked);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <SegmentChoice segments={segments} question={question} onChange={onChange} />
      <TextInput
        label={t('salesAnswer.field.change')}
        value={texts.change}
        error={problems.change}
        onChange={(event) => setTexts({ ...texts, change: event.currentTarget.value })}
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
      {asksLeadTime(figures.document) && (
        <TextInput
          label={t('salesAnswer.field.lead')}
          value={texts.lead}
          error={problems.lead}
          onChange={(event) => setTexts({ ...texts, lead: event.currentTarget.value })}
          className={styles.lead}
        />
      )}
      <Button type="submit" disabled={isBusy}>
        {t('salesAnswer.ask')}
      </Button>
    </form>
  );
}

type SegmentChoiceProps = Pick<QuestionFormProps, 'segments' | 'question' | 'onChange'>;

function SegmentChoice({ segments, question, onChange }: SegmentChoiceProps) {
  const { t } = useTranslation();
  return (
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
  );
}
