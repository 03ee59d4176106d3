import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type LengthChange, lengthChange } from '#shared/model/planLength.ts';
import { isWithin } from '#shared/model/variants/override.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { inputTitle } from '#renderer/state/inputWords.ts';
import { NumberField } from './Fields.tsx';
import { useEdit } from './useEdit.ts';

/** More inputs than these are counted, not named. */
const mostNamed = 8;

interface Asked extends LengthChange {
  readonly periods: number;
}

/** How long the plan is. What another length does to inputs with a value for each period is said before it is done. */
export function LengthField({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { document, variant } = figures;
  const { calendar } = document;
  // Single periods of its own fit any length, since the base shows through around them.
  const isOwn = (path: string) =>
    variant === null ||
    variant.overrides.some((own) => own.periods === undefined && isWithin(path, own.path));
  const commit = (periods: number | undefined): string | null => {
    if (periods === undefined) return edit([{ type: 'setInput', path: 'calendar.periods' }]);
    const isPossible = Number.isInteger(periods) && periods >= 1 && periods <= 600;
    const change = isPossible ? lengthChange(document, periods, isOwn) : null;
    if (change === null || change.adapted.length === 0)
      return edit([{ type: 'setInput', path: 'calendar.periods', value: periods }]);
    setAsked({ ...change, periods });
    return null;
  };
  return (
    <>
      <NumberField
        // What was typed is given up with the question about it.
        key={asked === null ? 'asking' : 'asked'}
        figures={figures}
        label={t('setup.plan.periods')}
        unit={calendar.grain === 'month' ? t('setup.plan.months') : t('setup.plan.weeks')}
        format={{ style: 'integer' }}
        value={calendar.periods}
        onCommit={commit}
      />
      {asked !== null && <LengthDialog figures={figures} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface LengthDialogProps {
  readonly figures: PlanFigures;
  readonly asked: Asked;
  readonly onClose: () => void;
}

function LengthDialog({ figures, asked, onClose }: LengthDialogProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const [problem, setProblem] = useState<string | null>(null);
  const { adapted, commands, periods } = asked;
  const before = figures.document.calendar.periods;
  const key = periods > before ? 'setup.length.longer' : 'setup.length.shorter';
  const change = (): void => {
    const refused = edit(commands);
    if (refused === null) onClose();
    else setProblem(refused);
  };
  const others = adapted.length - mostNamed;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('setup.length.title', { before, after: periods })}
      closeButtonProps={{ 'aria-label': t('setup.dismiss') }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="xs">
        <Text size="sm">{t(key, { count: adapted.length })}</Text>
        <ul style={{ margin: 0, paddingInlineStart: 18, fontSize: '0.8125rem' }}>
          {adapted.slice(0, mostNamed).map((path) => (
            <li key={path}>{inputTitle(figures, path)}</li>
          ))}
          {others > 0 && <li>{t('setup.length.others', { count: others })}</li>}
        </ul>
        <Text size="sm">{t('setup.length.undo')}</Text>
        {problem !== null && (
          <Alert color="red" variant="outline">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('setup.cancel')}
          </Button>
          <Button data-autofocus onClick={change}>
            {t('setup.length.change')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
