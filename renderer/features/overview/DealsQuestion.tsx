import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group } from '@mantine/core';
import { IconTargetArrow, IconTrendingUp } from '@tabler/icons-react';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { goalWords, mostDealsQuestion } from '#renderer/state/goalQuestions.ts';
import { useView } from '#renderer/state/usePlan.ts';

/** The question that follows from the answer above, ready to be asked; nothing where the plan has no deals or goals. */
export function DealsQuestion({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const { seekGoal } = useView();
  const question = useMemo(() => mostDealsQuestion(figures), [figures]);
  if (question === null) return null;
  return (
    <Group gap={8} mt={6}>
      <Button
        variant="light"
        size="compact-xs"
        aria-haspopup="dialog"
        leftSection={<IconTargetArrow size={14} aria-hidden />}
        onClick={() => seekGoal(question)}
      >
        {t('goalSeek.deals', goalWords(figures, question))}
      </Button>
      <Button
        component="a"
        href="#/sales-plan"
        variant="light"
        size="compact-xs"
        leftSection={<IconTrendingUp size={14} aria-hidden />}
      >
        {t('salesAnswer.title')}
      </Button>
    </Group>
  );
}
