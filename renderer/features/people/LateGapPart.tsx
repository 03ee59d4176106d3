import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ViewMember } from '#shared/model/planView.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { LeverTable } from '#renderer/state/LeverTable.tsx';
import { periodName } from '#renderer/state/periodName.ts';
import { useLateGap } from '#renderer/state/useLateGap.ts';

interface LateGapPartProps {
  readonly figures: PlanFigures;
  readonly group: ViewMember;
  readonly weeks: number;
}

/** A gap for which it is too late to hire, and what else there is. */
export function LateGapPart({ figures, group, weeks }: LateGapPartProps) {
  const { t } = useTranslation();
  const late = useLateGap(group.id);
  const { locale } = figures;
  if (late === null) return null;
  if (late === undefined)
    return (
      <Text size="sm" c="var(--planner-text-quiet)" role="status">
        {t('people.late.asking')}
      </Text>
    );
  const words = {
    weeks: formatPlain(weeks, { style: 'number', digits: Number.isInteger(weeks) ? 0 : 1 }, locale),
    serviceLevel: formatPlain(late.serviceLevel, { style: 'percent', digits: 1 }, locale),
  };
  return (
    <Stack gap={4} component="section" aria-label={t('people.late.part', { group: group.name })}>
      <Title order={3} size="sm" c="var(--planner-warning)">
        {t('people.late.title', {
          count: late.periods.length,
          first: periodName(figures, 'period', late.periods[0] ?? 0),
          last: periodName(figures, 'period', late.periods.at(-1) ?? 0),
        })}
      </Title>
      <Text size="sm">
        {t(late.serviceLevel === null ? 'people.late.textNoLevel' : 'people.late.text', words)}
      </Text>
      <LeverTable figures={figures} groupName={group.name} late={late} />
    </Stack>
  );
}
