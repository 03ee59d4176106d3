import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CopyButton, Group, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter, IconStack2 } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import type { SalesAnswer } from '#shared/model/salesAnswer.ts';
import { applyCommand } from '#shared/model/commands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { answerChart, type AnswerParts, answerParts, plainAnswer } from './answerText.ts';
import { ClassTable, NumberTable } from './AnswerTables.tsx';
import { WhyLinks } from './WhyLinks.tsx';
import styles from './SalesAnswer.module.css';

interface AnswerPageProps {
  readonly figures: PlanFigures;
  readonly answer: SalesAnswer;
}

/** One page for the sales leader: yes or from when not, why, what it takes, and how far the team goes. */
export function AnswerPage({ figures, answer }: AnswerPageProps) {
  const { t } = useTranslation();
  const speech = useMemo(() => ({ t, figures }), [t, figures]);
  const parts = useMemo(() => answerParts(answer, speech), [answer, speech]);
  const chart = useMemo(() => answerChart(answer, speech), [answer, speech]);
  return (
    <article
      className={styles.page}
      data-tone={parts.isYes ? 'good' : 'bad'}
      aria-label={t('salesAnswer.title')}
    >
      <p className={styles.quiet}>{t('salesAnswer.ofPlan', { name: figures.document.name })}</p>
      <p className={styles.question}>{parts.question}</p>
      {parts.computed !== null && <p className={styles.quiet}>{parts.computed}</p>}
      <p className={styles.verdict} role="status" data-testid="sales-verdict">
        {parts.verdict}
      </p>
      <Sentences lines={parts.why} />
      <WhyLinks figures={figures} answer={answer} />
      <div className={styles.columns}>
        <section>
          <Title order={2} size="h5">
            {t('salesAnswer.takes.title')}
          </Title>
          <Sentences lines={parts.takes.length === 0 ? [t('salesAnswer.takes.nothing')] : parts.takes} />
          <Title order={2} size="h5" mt="sm">
            {t('salesAnswer.most.title')}
          </Title>
          <Sentences lines={[parts.most]} />
          <NumberTable answer={answer} speech={speech} />
        </section>
        <section>
          <PlanChartCard
            title={t('salesAnswer.chart.title')}
            unit={t('unit.fte')}
            chart={chart}
            height={230}
          />
          <ClassTable answer={answer} speech={speech} />
        </section>
      </div>
      <Acts figures={figures} answer={answer} parts={parts} />
    </article>
  );
}

function Sentences({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <p key={line} className={styles.sentence}>
      {line}
    </p>
  ));
}

function Acts({ figures, answer, parts }: AnswerPageProps & { readonly parts: AnswerParts }) {
  const { t } = useTranslation();
  const keep = useKeep(figures, answer, parts);
  return (
    <Group gap="xs" className={styles.screenOnly}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('salesAnswer.print')}
      </Button>
      <CopyButton value={plainAnswer(parts, { t, figures })}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {copied ? t('salesAnswer.copied') : t('salesAnswer.copy')}
          </Button>
        )}
      </CopyButton>
      <Button
        variant="default"
        leftSection={<IconStack2 size={16} aria-hidden />}
        onClick={() => void keep()}
      >
        {t('salesAnswer.keep')}
      </Button>
    </Group>
  );
}

/** Makes the deals of the question a variant of the open scenario, and opens it. */
function useKeep(
  figures: PlanFigures,
  { commands }: SalesAnswer,
  { question }: AnswerParts,
): () => Promise<void> {
  const { t } = useTranslation();
  const { library, plan } = usePlanSession();
  return async () => {
    const { id } = plan.getState();
    if (id === null) return;
    let next = figures.document;
    for (const command of commands) {
      const applied = applyCommand(next, command);
      if (!applied.ok) return say(t('salesAnswer.notKept', { reason: faultText(applied.fault, t) }));
      next = applied.value.next;
    }
    const name = t('salesAnswer.variantName', { name: figures.document.name, deals: question });
    if (await library.createVariant(id, name, { ...next, name })) say(t('salesAnswer.kept'));
  };
}

function say(message: string): void {
  notifications.show({ message });
}
