import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/model/commands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { refusalText } from '#renderer/state/faultText.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';

/** Does one act of the user. @returns why the plan would not be possible, in words for the field, or null when it was done */
export type Edit = (commands: readonly Command[]) => string | null;

export function useEdit(figures: PlanFigures): Edit {
  const { t } = useTranslation();
  const store = usePlanStore();
  return (commands) => {
    if (commands.length === 0) return null;
    const done = store.run(commands);
    if (done.ok) return null;
    // It is said at the field, where it can be mended.
    store.dismissRefusal();
    return refusalText(done.fault, figures, t);
  };
}
