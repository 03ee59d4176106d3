import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormulaCheck, FormulaDraft, FormulaName } from '#shared/model/formulaHelp.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import {
  attemptToSave,
  draftOf,
  emptyDraft,
  idFor,
  type LineDraft,
  placeOf,
  type SaveAttempt,
  type StoredLine,
} from './lineDraft.ts';
import { type FieldMessages, fieldMessages } from './messages.ts';
import { useFormulaCheck, useFormulaNames } from '#renderer/state/formula/useFormulaHelp.ts';
import { modelMessage } from '#renderer/state/modelText.ts';
import { faultText } from '#renderer/state/faultText.ts';

interface LineFormOptions {
  readonly figures: PlanFigures;
  /** The line to change; null for a new one. */
  readonly line: StoredLine | null;
  readonly onDirty: () => void;
  readonly onClose: () => void;
}

interface LineFormState {
  readonly draft: LineDraft;
  readonly change: (part: Partial<LineDraft>) => void;
  readonly messages: FieldMessages;
  readonly names: readonly FormulaName[];
  readonly check: FormulaCheck | null;
  /** Why the plan did not take the line as a whole. */
  readonly refusal: string | null;
  readonly save: (event: FormEvent) => Promise<void>;
}

function startOf({ document, locale }: PlanFigures, line: StoredLine | null): LineDraft {
  return line === null ? emptyDraft : draftOf(line, document.currency, locale);
}

function formulaDraftOf(
  draft: LineDraft,
  { problems }: SaveAttempt,
  place: number | undefined,
): FormulaDraft {
  const isIdGood = problems.every(({ field }) => field !== 'id');
  const { scope, formula } = draft;
  return {
    scope,
    formula,
    ...(isIdGood ? { id: draft.id.trim() } : {}),
    ...(place === undefined ? {} : { place }),
  };
}

/** What stands in the form, what is wrong with it, and the way into the plan. */
export function useLineForm({ figures, line, onDirty, onClose }: LineFormOptions): LineFormState {
  const { t } = useTranslation();
  const store = usePlanStore();
  const { document, locale } = figures;
  const [draft, setDraft] = useState(() => startOf(figures, line));
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const place = line === null ? undefined : placeOf(document, line);
  const attempt = useMemo(
    () => attemptToSave(document, draft, { place, locale }),
    [document, draft, place, locale],
  );
  const formulaDraft = formulaDraftOf(draft, attempt, place);
  const messages = fieldMessages(attempt.problems, { isTried, t });
  const isFormulaNew = line === null || line.formula !== draft.formula.trim() || line.scope !== draft.scope;
  return {
    draft,
    messages,
    names: useFormulaNames(draft.scope),
    check: useFormulaCheck(formulaDraft),
    refusal: refusal ?? messages.other,
    change(part) {
      const next = { ...draft, ...part };
      setDraft(next.isIdTyped ? next : { ...next, id: idFor(next, document) });
      setRefusal(null);
      onDirty();
    },
    async save(event) {
      event.preventDefault();
      setTried(true);
      if (attempt.problems.length > 0) return;
      // Asked once more: what is shown may be of a moment ago.
      const problem = isFormulaNew ? (await store.checkFormula(formulaDraft))?.problem : null;
      if (problem)
        return setRefusal(t('lines.notSaved', { message: modelMessage(problem.message) ?? problem.message }));
      const done = store.run([attempt.command]);
      if (done.ok) return onClose();
      store.dismissRefusal();
      setRefusal(faultText(done.fault, t));
    },
  };
}
