import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Loader } from '@mantine/core';
import { fillText } from '#shared/ipc/appCommands.ts';
import type { ReportContent } from '#shared/model/packs/content.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { keyed } from './keyed.ts';
import { PreviewPage } from './PreviewPage.tsx';
import type { ReportOrder } from './reportChoices.ts';
import styles from './Reports.module.css';

/** The order under a name of this screen: the next one takes the place of what is not needed any more, and leaving ends it. */
function useNamed(order: ReportOrder | null): ReportOrder | null {
  const { client } = usePlanSession();
  const [job] = useState(() => crypto.randomUUID());
  const isAsked = order !== null;
  useEffect(() => {
    if (!isAsked) return undefined;
    return () => void client.call('report.cancel', { job });
  }, [client, job, isAsked]);
  return useMemo(() => (order === null ? null : { ...order, job }), [order, job]);
}

/** The pages of the report as its reader will see them. */
export function ReportPreview({ order }: { readonly order: ReportOrder | null }) {
  const { t } = useTranslation();
  const { value, fault, isLoading } = useStored('report.preview', useNamed(order));
  const frame = useRef<HTMLElement>(null);
  const shown = value === null ? null : value.title;
  // Another reader's report begins at its first page.
  useEffect(() => {
    if (shown !== null) frame.current?.scrollTo(0, 0);
  }, [shown]);
  return (
    <section
      ref={frame}
      className={styles.preview}
      aria-label={t('reports.preview')}
      aria-busy={isLoading}
      // It scrolls; without being focusable it could not be read by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {isLoading && (
        <p className={styles.loading}>
          <Loader size="xs" /> {t('reports.loading')}
        </p>
      )}
      {!isLoading && fault?.code === 'not-in-plan' && (
        <EmptyState title={t('reports.notInPlan')} text={t('reports.notInPlanText')} />
      )}
      {!isLoading && fault !== null && fault.code !== 'not-in-plan' && (
        <Alert color="red" variant="outline" title={t('reports.notShown')}>
          {faultText(fault, t)}
        </Alert>
      )}
      {value !== null && <Pages content={value} isStale={isLoading} />}
    </section>
  );
}

function Pages({ content, isStale }: { readonly content: ReportContent; readonly isStale: boolean }) {
  const { language, title, subtitle, stamp, pageText, pages } = content;
  const pageOf = (page: number): string =>
    fillText(pageText, { page: String(page), pages: String(pages.length) });
  return (
    <div lang={language} className={isStale ? styles.stale : undefined}>
      <header className={styles.reportHead}>
        <h2>{title}</h2>
        <p>{subtitle}</p>
      </header>
      {keyed(pages.map((page) => page.title)).map(({ key, place }) => {
        const page = pages[place];
        return (
          page !== undefined && (
            <PreviewPage key={key} page={page} locale={language} stamp={stamp} pageText={pageOf(place + 1)} />
          )
        );
      })}
    </div>
  );
}
