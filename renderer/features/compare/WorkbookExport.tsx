import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, Menu, Progress, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { reportLanguages } from '#shared/model/packs/content.ts';
import { compareKeyOf } from '#renderer/state/compareKeys.ts';
import { saveContent } from '#renderer/state/saveDownload.ts';
import type { ComparedSide } from '#renderer/state/useCompareSides.ts';
import { useReportJob } from '#renderer/state/useReportJob.ts';
import styles from './Compare.module.css';

interface WorkbookExportProps {
  readonly sides: readonly ComparedSide[];
}

/** The comparison as a workbook of two plans whose difference recalculates; of more than two, each against the first. */
export function WorkbookExport({ sides }: WorkbookExportProps) {
  const { t, i18n } = useTranslation();
  const { job, produce, cancel, forget } = useReportJob();
  const [first, ...others] = sides;
  useEffect(() => {
    if (job.state !== 'done') return;
    for (const { content, name } of job.files) saveContent(content, name);
    forget();
  }, [job, forget]);
  if (first === undefined) return null;
  const save = ({ key }: ComparedSide): void => {
    const language = reportLanguages.find((known) => known === i18n.language.split('-')[0]) ?? 'en';
    const [plan, compareWith] = [compareKeyOf(key), compareKeyOf(first.key)];
    void produce({ plan, compareWith, pack: 'finance', language }, ['xlsx']);
  };
  if (job.state === 'running') return <Running fraction={job.fraction} onCancel={cancel} />;
  return (
    <Group gap="xs" pr={12}>
      {job.state === 'failed' && (
        <Alert color="red" variant="outline" py={4} title={t('reports.notMade')}>
          {job.message}
        </Alert>
      )}
      <Choice first={first} others={others} onChoose={save} />
    </Group>
  );
}

interface RunningProps {
  readonly fraction: number;
  readonly onCancel: () => void;
}

function Running({ fraction, onCancel }: RunningProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" pr={12}>
      <Text size="xs">{t('reports.making.xlsx')}</Text>
      <Progress
        className={styles.progress}
        value={Math.round(fraction * 100)}
        aria-label={t('reports.progress')}
      />
      <Button variant="default" onClick={onCancel}>
        {t('reports.cancel')}
      </Button>
    </Group>
  );
}

interface ChoiceProps {
  readonly first: ComparedSide;
  readonly others: readonly ComparedSide[];
  readonly onChoose: (side: ComparedSide) => void;
}

/** A workbook has two plans: of more, which of them stands beside the first. */
function Choice({ first, others, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const icon = <IconFileExport size={14} aria-hidden />;
  const [only] = others;
  if (only !== undefined && others.length === 1) {
    return (
      <Button variant="default" leftSection={icon} onClick={() => onChoose(only)}>
        {t('compare.workbook')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={icon}>
          {t('compare.workbookOf')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((side) => (
          <Menu.Item key={side.key} onClick={() => onChoose(side)}>
            {t('compare.pair', { first: first.name, other: side.name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
