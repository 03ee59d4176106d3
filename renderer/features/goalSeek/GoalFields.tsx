import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Fieldset, Input, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { GoalQuestion } from '#shared/model/goalSeek.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { formatExact, formatNumber } from '#renderer/ui/numbers.ts';
import {
  type GoalField,
  type GoalForm,
  inputFormat,
  meanOf,
  type ReadForm,
  spanOf,
  usualChange,
} from './goalForm.ts';
import { numberText, type Words } from './numberText.ts';
import { NumberChoiceField } from './NumberChoiceField.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import styles from './GoalSeek.module.css';

interface PartProps {
  readonly figures: PlanFigures;
  readonly form: GoalForm;
  readonly problems: ReadForm['problems'];
  readonly change: (part: Partial<GoalForm>) => void;
}

function useProblemText(problems: ReadForm['problems']): (field: GoalField) => string | null {
  const { t } = useTranslation();
  return (field) => {
    const problem = problems[field];
    return problem === undefined ? null : t(`goalSeek.problem.${problem}`);
  };
}

/** What the result is now, where it is looked at; null while nothing is known of it. */
function nowText(words: Words, { resultId, grain, place }: GoalForm): string | null {
  const span = spanOf(words.figures, resultId, grain, place);
  if (span === null) return null;
  const show = (value: number) => numberText(words, resultId, value);
  return span.low === span.high
    ? words.t('goalSeek.now', { value: show(span.low) })
    : words.t('goalSeek.nowSpan', { low: show(span.low), high: show(span.high) });
}

const wants = ['equal', 'atLeast', 'atMost'] as const satisfies readonly GoalQuestion['want'][];

/** Which result, where, and what it is to be. */
export function ResultPart({ figures, form, problems, change }: PartProps) {
  const { t } = useTranslation();
  const problemText = useProblemText(problems);
  const now = useMemo(() => nowText({ figures, t }, form), [figures, t, form]);
  return (
    <Fieldset legend={t('goalSeek.resultLegend')} className={styles.part}>
      <NumberChoiceField
        figures={figures}
        kind="measure"
        label={t('goalSeek.result')}
        value={form.resultId}
        error={problemText('result')}
        onChange={(resultId) => change({ resultId, value: '' })}
      />
      <PlaceChoice
        figures={figures}
        grain={form.grain}
        place={form.place}
        hasAll={form.want !== 'equal'}
        onChange={(grain, place) => change({ grain, place })}
      />
      <div>
        <Input.Label size="xs" labelElement="div" id="goal-want">
          {t('goalSeek.want')}
        </Input.Label>
        <SegmentedControl
          fullWidth
          aria-labelledby="goal-want"
          data={wants.map((want) => ({ value: want, label: t(`goalSeek.wants.${want}`) }))}
          value={form.want}
          // In all periods at once a result is equal to nothing.
          onChange={(want) =>
            change(want === 'equal' && form.place === 'all' ? { want, place: 0 } : { want })
          }
        />
      </div>
      <TextInput
        label={t('goalSeek.value')}
        description={now}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={form.value}
        error={problemText('value')}
        onChange={(event) => change({ value: event.currentTarget.value })}
      />
    </Fieldset>
  );
}

const changes = ['value', 'factor'] as const satisfies readonly GoalQuestion['change'][];

/** Which input may change, how, and between what. */
export function InputPart({ figures, form, problems, change }: PartProps) {
  const { t } = useTranslation();
  const problemText = useProblemText(problems);
  const { path } = form;
  const mean = meanOf(figures, path);
  const format = inputFormat(figures, form);
  const present = form.change === 'factor' ? 1 : (mean ?? 0);
  const highest = present === 0 ? 1 : 4 * present;
  const highestText =
    form.change === 'factor'
      ? formatExact(highest, format, figures.locale)
      : formatNumber(highest, format, figures.locale);
  const now = numberText({ figures, t }, path, mean);
  return (
    <Fieldset legend={t('goalSeek.inputLegend')} className={styles.part}>
      <NumberChoiceField
        figures={figures}
        kind="input"
        label={t('goalSeek.input')}
        description={mean === null ? undefined : t('goalSeek.nowMean', { value: now })}
        value={path}
        error={problemText('input')}
        onChange={(chosen) =>
          change({ path: chosen, change: usualChange(figures, chosen), from: '', to: '' })
        }
      />
      <NativeSelect
        size="xs"
        label={t('goalSeek.change')}
        description={t(`goalSeek.changeText.${form.change}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        data={changes.map((kind) => ({ value: kind, label: t(`goalSeek.changes.${kind}`) }))}
        value={form.change}
        onChange={(event) => {
          const chosen = changes.find((kind) => kind === event.currentTarget.value);
          if (chosen !== undefined) change({ change: chosen, from: '', to: '' });
        }}
      />
      <TextInput
        label={t('goalSeek.from')}
        placeholder={formatExact(0, format, figures.locale)}
        value={form.from}
        error={problemText('from')}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        label={t('goalSeek.to')}
        placeholder={highestText}
        value={form.to}
        error={problemText('to')}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
    </Fieldset>
  );
}
