import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { EditEffect } from '#shared/model/checks/planChecks.ts';
import type { Command } from '#shared/model/commands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { effectSentence } from './effectSentence.ts';
import styles from './Checks.module.css';

interface CheckFixProps {
  readonly figures: PlanFigures;
  readonly commands: readonly Command[];
}

type Answer = { readonly document: PlanFigures['document']; readonly effect: EditEffect | null };

/** The one cure of a finding: what it would change in people and money, and doing it. */
export function CheckFix({ figures, commands }: CheckFixProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { document } = figures;
  const ask = async (): Promise<void> => {
    setAsking(true);
    const effect = await store.editEffect(commands);
    setAnswer({ document, effect });
    setAsking(false);
  };
  return (
    <>
      <Button size="compact-xs" variant="default" loading={isAsking} onClick={() => void ask()}>
        {t('checks.whatIf')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => store.run(commands)}>
        {t('checks.apply')}
      </Button>
      <span role="status" className={styles.effect}>
        {/* An answer about an earlier state of the plan is none. */}
        {answer?.document === document ? effectSentence(answer.effect, figures, t) : ''}
      </span>
    </>
  );
}
