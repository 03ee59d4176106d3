import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ViewMember } from '#shared/model/planView.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { LeverTable } from '#renderer/state/LeverTable.tsx';
import { useLateGap } from '#renderer/state/useLateGap.ts';
import styles from './Checks.module.css';

interface CheckLeversProps {
  readonly figures: PlanFigures;
  readonly group: ViewMember;
}

/** What can be done about a gap for which it is too late to hire; worked out when somebody asks. */
export function CheckLevers({ figures, group }: CheckLeversProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <Levers figures={figures} group={group} />;
  return (
    <Button size="compact-xs" variant="default" onClick={() => setAsked(true)}>
      {t('checks.levers')}
    </Button>
  );
}

function Levers({ figures, group }: CheckLeversProps) {
  const { t } = useTranslation();
  const late = useLateGap(group.id);
  return (
    <div className={styles.levers} role="status">
      {late === undefined && <Text size="xs">{t('people.late.asking')}</Text>}
      {late === null && <Text size="xs">{t('people.late.over')}</Text>}
      {late !== undefined && late !== null && (
        <LeverTable figures={figures} groupName={group.name} late={late} />
      )}
    </div>
  );
}
