import { useTranslation } from 'react-i18next';
import { Alert, Group, Progress, Text } from '@mantine/core';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { CompareAnswer } from '#shared/model/compare/compareWork.ts';
import type { ComparedSide } from '#renderer/state/useCompareSides.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import styles from './Compare.module.css';
import { faultText } from '#renderer/state/faultText.ts';

interface NoticesProps {
  readonly sides: readonly ComparedSide[];
  readonly answer: Result<CompareAnswer, Fault> | null;
  /** How far the computation has come; null when nothing runs. */
  readonly share: number | null;
}

/** What to know before reading the numbers: whose they are, and why there may be none. */
export function Notices({ sides, answer, share }: NoticesProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const saved = sides.filter(({ savedAt }) => savedAt !== null);
  const differing = answer?.ok === true && answer.value.kind === 'beside' ? answer.value.differing : [];
  const day = (iso: string) => new Date(iso).toLocaleDateString(locale, { dateStyle: 'medium' });
  return (
    <div className={styles.notices} aria-live="polite">
      {saved.map(({ key, name, savedAt, isApproved }) => (
        <Text key={key} size="xs" c="var(--planner-text-quiet)">
          {isApproved
            ? t('compare.asApproved', { name, day: day(savedAt ?? '') })
            : t('compare.asSaved', { name, day: day(savedAt ?? '') })}
        </Text>
      ))}
      {differing.map((count, place) =>
        count === null || count === 0 ? null : (
          <Alert key={sides[place]?.key} color="yellow" variant="outline" mt={4} py={4}>
            {t('compare.differsNow', { count, name: sides[place]?.name ?? '' })}
          </Alert>
        ),
      )}
      {answer?.ok === false && (
        <Alert color="red" variant="outline" mt={4} title={t('compare.notComputed')}>
          {faultText(answer.fault, t)}
        </Alert>
      )}
      {share !== null && (
        <Group gap="xs" mt={4}>
          <Text size="xs">{t('compare.computing')}</Text>
          <Progress
            className={styles.progress}
            value={Math.max(4, 100 * share)}
            aria-label={t('compare.computing')}
          />
        </Group>
      )}
    </div>
  );
}
