import { useState } from 'react';
import { Button, Modal } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ViewMember } from '#shared/model/planView.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { useErrand } from '#renderer/state/errands.ts';
import { SimulationPanel } from './SimulationPanel.tsx';

interface SimulationCheckProps {
  readonly figures: PlanFigures;
  readonly queue: ViewMember;
  /** Place among the periods of the plan. */
  readonly period: number;
}

/** Opens the dialog that plays a day of the plan through and holds the formulas against it. */
export function SimulationCheck({ figures, queue, period }: SimulationCheckProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useErrand((errand) => {
    if (errand === 'simulate') setOpen(true);
    return errand === 'simulate';
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDice5 size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('simulation.open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size={860}
        title={t('simulation.title')}
        closeButtonProps={{ 'aria-label': t('simulation.close') }}
        transitionProps={{ duration: 0 }}
      >
        <SimulationPanel figures={figures} queueId={queue.id} period={period} />
      </Modal>
    </>
  );
}
