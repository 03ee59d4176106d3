import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import {
  copiedDay,
  openedGrid,
  profileShapes,
  resampledGrid,
  shapedGrid,
  type WeekGrid,
} from '#shared/model/profiles/shapes.ts';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { CallLogDialog } from './CallLogDialog.tsx';
import { weekdayName } from './dates.ts';
import { type Brush, brushes, minuteOfTime } from './painting.ts';
import styles from './Setup.module.css';

const weightFormat = { style: 'number', digits: 2 } as const;

interface BrushToolsProps {
  readonly locale: string;
  readonly brush: Brush;
  readonly weight: number;
  readonly onBrush: (brush: Brush) => void;
  readonly onWeight: (weight: number) => void;
  /** Sets the selected cells to a weight. */
  readonly onApply: (weight: number) => void;
  readonly selectedCount: number;
}

/** What a stroke does, and with which weight. */
export function BrushTools(props: BrushToolsProps) {
  const { locale, brush, weight, onBrush, onWeight, onApply, selectedCount } = props;
  const { t } = useTranslation();
  const commit = (text: string): string | null => {
    const read = parseNumber(text, weightFormat, locale);
    if (!read.ok || read.value < 0) return t('setup.notANumber', { text: text.trim() });
    onWeight(read.value);
    return null;
  };
  return (
    <div className={styles.tools}>
      <SegmentedControl
        size="xs"
        aria-label={t('setup.profile.brush')}
        value={brush}
        onChange={onBrush}
        data={brushes.map((value) => ({ value, label: t(`setup.brush.${value}`) }))}
      />
      <span>{t('setup.profile.weight')}</span>
      <DraftInput
        label={t('setup.profile.weight')}
        align="end"
        width={90}
        value={formatExact(Number(weight.toPrecision(6)), weightFormat, locale)}
        onCommit={commit}
      />
      <Button variant="default" onClick={() => onApply(weight)}>
        {t('setup.profile.apply', { count: selectedCount })}
      </Button>
    </div>
  );
}

interface ShapeToolsProps {
  readonly locale: string;
  readonly grid: WeekGrid;
  readonly intervalMinutes: number;
  readonly onChange: (grid: WeekGrid, intervalMinutes?: number) => void;
}

const intervals = [5, 10, 15, 20, 30, 60] as const;
const dayNumbers = [0, 1, 2, 3, 4, 5, 6];

/** Whole shapes: presets, day to day, opening hours, length of the intervals, a log. */
export function ShapeTools({ locale, grid, intervalMinutes, onChange }: ShapeToolsProps) {
  const { t } = useTranslation();
  const [isImporting, setImporting] = useState(false);
  const lengths = [...new Set([...intervals, intervalMinutes])].toSorted((a, b) => a - b);
  return (
    <>
      <div className={styles.tools}>
        <NativeSelect
          size="xs"
          label={t('setup.profile.shape')}
          value=""
          data={[
            { value: '', label: t('setup.profile.chooseShape') },
            ...profileShapes.map((value) => ({ value, label: t(`setup.shape.${value}`) })),
          ]}
          onChange={(event) => {
            const chosen = profileShapes.find((shape) => shape === event.currentTarget.value);
            if (chosen !== undefined) onChange(shapedGrid(chosen, intervalMinutes));
          }}
        />
        <NativeSelect
          size="xs"
          label={t('setup.profile.interval')}
          value={String(intervalMinutes)}
          data={lengths.map((minutes) => ({
            value: String(minutes),
            label: t('setup.profile.minutes', { count: minutes }),
          }))}
          onChange={(event) => {
            const minutes = Number(event.currentTarget.value);
            onChange(resampledGrid(grid, intervalMinutes, minutes), minutes);
          }}
        />
        <CopyDay locale={locale} grid={grid} onChange={onChange} />
        <Button
          variant="default"
          leftSection={<IconFileImport size={14} aria-hidden />}
          onClick={() => setImporting(true)}
        >
          {t('setup.log.open')}
        </Button>
      </div>
      <OpeningHours locale={locale} grid={grid} onChange={onChange} />
      {isImporting && (
        <CallLogDialog
          locale={locale}
          intervalMinutes={intervalMinutes}
          onUse={onChange}
          onClose={() => setImporting(false)}
        />
      )}
    </>
  );
}

type DayToolProps = Omit<ShapeToolsProps, 'intervalMinutes'>;

const targets = { workdays: [0, 1, 2, 3, 4], weekend: [5, 6], all: dayNumbers } as const;
type Target = keyof typeof targets;
const targetNames = ['workdays', 'weekend', 'all'] as const satisfies readonly Target[];

function CopyDay({ locale, grid, onChange }: DayToolProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState<string>('workdays');
  const days = dayNumbers.map((day) => ({ value: String(day), label: weekdayName(day, locale, 'long') }));
  const named = targetNames.find((name) => name === to);
  const wanted = named === undefined ? [Number(to)] : targets[named];
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('setup.profile.copyFrom')}
        value={String(from)}
        data={days}
        onChange={(event) => setFrom(Number(event.currentTarget.value))}
      />
      <NativeSelect
        size="xs"
        label={t('setup.profile.copyTo')}
        value={to}
        data={[...targetNames.map((name) => ({ value: name, label: t(`setup.days.${name}`) })), ...days]}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button variant="default" onClick={() => onChange(copiedDay(grid, from, wanted))}>
        {t('setup.profile.copy')}
      </Button>
    </>
  );
}

function OpeningHours({ locale, grid, onChange }: DayToolProps) {
  const { t } = useTranslation();
  const [fromText, setFrom] = useState('8:00');
  const [toText, setTo] = useState('18:00');
  const [days, setDays] = useState<string>('workdays');
  const [from, to] = [minuteOfTime(fromText), minuteOfTime(toText)];
  const isFine = from !== undefined && to !== undefined && from < to;
  const named = targetNames.find((name) => name === days);
  const wanted = named === undefined ? [Number(days)] : targets[named];
  return (
    <div className={styles.tools}>
      <TextInput
        size="xs"
        w={90}
        label={t('setup.profile.opens')}
        value={fromText}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        w={90}
        label={t('setup.profile.closes')}
        value={toText}
        error={!isFine}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t('setup.profile.onDays')}
        value={days}
        data={[
          ...targetNames.map((name) => ({ value: name, label: t(`setup.days.${name}`) })),
          ...dayNumbers.map((day) => ({ value: String(day), label: weekdayName(day, locale, 'long') })),
        ]}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={!isFine}
        onClick={() => {
          if (isFine) onChange(openedGrid(grid, wanted, from, to));
        }}
      >
        {t('setup.profile.setHours')}
      </Button>
      <Button variant="default" onClick={() => onChange(openedGrid(grid, wanted, 0, 0))}>
        {t('setup.profile.close')}
      </Button>
    </div>
  );
}
