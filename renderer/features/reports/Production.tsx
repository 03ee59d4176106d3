import { useTranslation } from 'react-i18next';
import { Alert, Button, Checkbox, Progress, Text } from '@mantine/core';
import { IconDownload, IconFileExport, IconFileZip } from '@tabler/icons-react';
import { type ReportFormat, reportFormats } from '#shared/model/packs/content.ts';
import { saveContent } from '#renderer/state/saveDownload.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { zipOf } from '#renderer/state/zip.ts';
import { sizeText } from '#renderer/ui/fileSize.ts';
import type { MadeFile, ReportJob } from '#renderer/state/useReportJob.ts';
import styles from './Reports.module.css';

interface ProductionProps {
  readonly job: ReportJob;
  readonly formats: readonly ReportFormat[];
  readonly canProduce: boolean;
  /** The workbook recalculates, so it cannot be cut to the fiscal year of the report. */
  readonly isWholeWorkbook: boolean;
  readonly onFormats: (formats: readonly ReportFormat[]) => void;
  readonly onProduce: () => void;
  readonly onCancel: () => void;
}

/** Makes the files, all at once, and hands them out. */
export function Production({ job, formats, canProduce, isWholeWorkbook, ...acts }: ProductionProps) {
  const { t } = useTranslation();
  const isRunning = job.state === 'running';
  const toggle = (format: ReportFormat): void =>
    acts.onFormats(
      reportFormats.filter((one) => (one === format ? !formats.includes(one) : formats.includes(one))),
    );
  return (
    <section className={styles.production} aria-label={t('reports.files')}>
      <fieldset className={styles.formats} disabled={isRunning}>
        <legend>{t('reports.formats')}</legend>
        {reportFormats.map((format) => (
          <Checkbox
            key={format}
            size="xs"
            label={t(`reports.formatTexts.${format}`)}
            checked={formats.includes(format)}
            onChange={() => toggle(format)}
          />
        ))}
      </fieldset>
      {isWholeWorkbook && formats.includes('xlsx') && <Text size="xs">{t('reports.wholeWorkbook')}</Text>}
      {!isRunning && (
        <Button
          leftSection={<IconFileExport size={16} aria-hidden />}
          disabled={!canProduce}
          onClick={acts.onProduce}
        >
          {t('reports.produce', { count: formats.length })}
        </Button>
      )}
      {isRunning && <Running job={job} onCancel={acts.onCancel} />}
      <div aria-live="polite" className={styles.outcome}>
        <Outcome job={job} />
      </div>
    </section>
  );
}

interface RunningProps {
  readonly job: Extract<ReportJob, { readonly state: 'running' }>;
  readonly onCancel: () => void;
}

function Running({ job: { fraction, step }, onCancel }: RunningProps) {
  const { t } = useTranslation();
  const format = reportFormats.find((one) => one === step);
  return (
    <div className={styles.running}>
      <Text size="xs">{format === undefined ? t('reports.computing') : t(`reports.making.${format}`)}</Text>
      <Progress value={Math.round(fraction * 100)} aria-label={t('reports.progress')} />
      <Button variant="default" onClick={onCancel}>
        {t('reports.cancel')}
      </Button>
    </div>
  );
}

function Outcome({ job }: { readonly job: ReportJob }) {
  const { t } = useTranslation();
  if (job.state === 'cancelled') return <Text size="sm">{t('reports.cancelled')}</Text>;
  if (job.state === 'failed') {
    const title = t(job.isNotInPlan ? 'reports.notInPlan' : 'reports.notMade');
    return (
      <Alert color={job.isNotInPlan ? 'yellow' : 'red'} variant="outline" title={title}>
        {job.message}
      </Alert>
    );
  }
  return job.state === 'done' ? <Files files={job.files} /> : null;
}

async function saveAll(files: readonly MadeFile[], name: string): Promise<void> {
  const entries = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.content.arrayBuffer()),
    })),
  );
  saveContent(new Blob([zipOf(entries)], { type: 'application/zip' }), name);
}

function Files({ files }: { readonly files: readonly MadeFile[] }) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const zipName = `${files[0]?.name.replace(/\.[^.]+$/, '') ?? ''}.zip`;
  return (
    <>
      <ul className={styles.files} aria-label={t('reports.made')}>
        {files.map(({ format, name, content }) => (
          <li key={format}>
            <Button
              variant="light"
              fullWidth
              justify="space-between"
              title={name}
              leftSection={<IconDownload size={14} aria-hidden />}
              rightSection={sizeText(content.size, locale)}
              onClick={() => saveContent(content, name)}
            >
              {t(`reports.save.${format}`)}
            </Button>
          </li>
        ))}
      </ul>
      {files.length > 1 && (
        <Button
          variant="default"
          fullWidth
          leftSection={<IconFileZip size={14} aria-hidden />}
          onClick={() => void saveAll(files, zipName)}
        >
          {t('reports.saveAll')}
        </Button>
      )}
    </>
  );
}
