import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, FileInput, Group, Modal, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { callLogLayout, type CallLogProfile, type CallLogQuestion } from '#shared/model/profiles/callLog.ts';
import { weekdays } from '#shared/model/scenario.ts';
import type { WeekGrid } from '#shared/model/profiles/shapes.ts';
import { useCallLog } from '#renderer/state/useCallLog.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { HeatMap } from '#renderer/ui/charts/HeatMap.tsx';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { dayText, weekdayName } from './dates.ts';
import styles from './Setup.module.css';

interface CallLogDialogProps {
  readonly locale: string;
  readonly intervalMinutes: number;
  readonly onUse: (grid: WeekGrid) => void;
  readonly onClose: () => void;
}

/** The text of a file; one that is packed is unpacked. */
async function textOf(file: File): Promise<string> {
  if (!file.name.endsWith('.gz')) return file.text();
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

type Columns = Omit<CallLogQuestion, 'layout' | 'intervalMinutes'>;

/** The columns that a log is most likely to be read by. */
function likelyColumns(layout: CallLogQuestion['layout']): Columns {
  const moment = layout.columns.find(({ holds }) => holds === 'moment');
  const date = layout.columns.find(({ holds }) => holds === 'date');
  const count = layout.columns.find(
    ({ isNumber, name }) =>
      isNumber && /^(calls|contacts|count|volume|offered|anrufe|počet|количество)$/i.test(name),
  );
  const time = layout.columns.find(({ name }) => /^(time|arrive|start)/i.test(name));
  return {
    dateColumn: (moment ?? date)?.place ?? 0,
    ...(moment === undefined && time !== undefined ? { timeColumn: time.place } : {}),
    ...(count === undefined ? {} : { countColumn: count.place }),
  };
}

/** Reads the profile of the week from a log of contacts: choose the columns, look, use. */
export function CallLogDialog(props: CallLogDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={900}
      title={t('setup.log.title')}
      closeButtonProps={{ 'aria-label': t('setup.dismiss') }}
      transitionProps={{ duration: 0 }}
    >
      <CallLogForm {...props} />
    </Modal>
  );
}

function CallLogForm({ locale, intervalMinutes, onUse, onClose }: CallLogDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [question, setQuestion] = useState<CallLogQuestion | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const reading = useCallLog(text, question);
  const choose = async (file: File | null): Promise<void> => {
    setText(null);
    setQuestion(null);
    setUnreadable(false);
    if (file === null) return;
    try {
      const read = await textOf(file);
      const layout = callLogLayout(read);
      setText(read);
      setQuestion({ layout, intervalMinutes, ...likelyColumns(layout) });
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('setup.log.note')}</Text>
      <FileInput
        size="xs"
        label={t('setup.log.file')}
        placeholder={t('setup.log.choose')}
        accept=".csv,.txt,.tsv,.gz"
        error={isUnreadable ? t('setup.log.unreadable') : null}
        onChange={(file) => void choose(file)}
      />
      {question !== null && <ColumnChoices question={question} onChange={setQuestion} />}
      {reading.share !== null && <Progress value={reading.share * 100} aria-label={t('setup.log.reading')} />}
      {reading.isDone && reading.profile === undefined && (
        <Text role="alert" size="sm" c="var(--planner-error)">
          {t('setup.log.noTimes')}
        </Text>
      )}
      {reading.profile !== undefined && (
        <ReadProfile locale={locale} profile={reading.profile} intervalMinutes={intervalMinutes} />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('setup.cancel')}
        </Button>
        <Button
          disabled={reading.profile === undefined}
          onClick={() => {
            if (reading.profile !== undefined) onUse(reading.profile.grid);
            onClose();
          }}
        >
          {t('setup.log.use')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ColumnChoicesProps {
  readonly question: CallLogQuestion;
  readonly onChange: (question: CallLogQuestion) => void;
}

function ColumnChoices({ question, onChange }: ColumnChoicesProps) {
  const { t } = useTranslation();
  const { layout, intervalMinutes, dateColumn, timeColumn, countColumn } = question;
  const columns = layout.columns.map(({ place, name, examples }) => ({
    value: String(place),
    label: examples[0] === undefined ? name : t('setup.log.column', { name, example: examples[0] }),
  }));
  const put = (part: { date?: number; time?: string; count?: string }): void => {
    const time = part.time ?? (timeColumn === undefined ? '' : String(timeColumn));
    const count = part.count ?? (countColumn === undefined ? '' : String(countColumn));
    onChange({
      layout,
      intervalMinutes,
      dateColumn: part.date ?? dateColumn,
      ...(time === '' ? {} : { timeColumn: Number(time) }),
      ...(count === '' ? {} : { countColumn: Number(count) }),
    });
  };
  return (
    <div className={styles.tools}>
      <NativeSelect
        size="xs"
        label={t('setup.log.date')}
        value={String(dateColumn)}
        data={columns}
        onChange={(event) => put({ date: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        label={t('setup.log.time')}
        value={timeColumn === undefined ? '' : String(timeColumn)}
        data={[{ value: '', label: t('setup.log.withDate') }, ...columns]}
        onChange={(event) => put({ time: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('setup.log.count')}
        value={countColumn === undefined ? '' : String(countColumn)}
        data={[{ value: '', label: t('setup.log.eachLine') }, ...columns]}
        onChange={(event) => put({ count: event.currentTarget.value })}
      />
    </div>
  );
}

interface ReadProfileProps {
  readonly locale: string;
  readonly profile: CallLogProfile;
  readonly intervalMinutes: number;
}

function ReadProfile({ locale, profile, intervalMinutes }: ReadProfileProps) {
  const { t } = useTranslation();
  const whole = { style: 'number', digits: 0 } as const;
  const slots = profile.grid[0]?.length ?? 0;
  const used = Array.from({ length: slots }, (_, slot) => slot).filter((slot) =>
    profile.grid.some((row) => (row[slot] ?? 0) > 0),
  );
  const heat = {
    header: t('setup.log.from'),
    emptyLabel: t('setup.log.nothing'),
    columns: weekdays.map((id, day) => ({ id, label: weekdayName(day, locale, 'short') })),
    rows: used.map((slot) => ({
      id: String(slot),
      label: timeOfDay(locale, slot * intervalMinutes),
      values: profile.grid.map((row) => row[slot] ?? 0),
    })),
    format: { style: 'number', digits: 1 } as const,
  };
  return (
    <>
      <Text size="sm" role="status">
        {t('setup.log.found', {
          contacts: formatPlain(profile.contacts, whole, locale),
          count: profile.days,
          first: dayText(profile.firstDay, locale),
          last: dayText(profile.lastDay, locale),
        })}{' '}
        {profile.skipped > 0 && t('setup.log.skipped', { count: profile.skipped })}
      </Text>
      <div style={{ height: 320 }}>
        <HeatMap label={t('setup.log.preview')} heat={heat} locale={locale} />
      </div>
    </>
  );
}
