import { useMemo, useState } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { calculateDay, type CalculatorDay } from '#shared/queueing/calculatorDay.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { formatExact } from '#renderer/ui/numbers.ts';
import { type CalculatorForm, fieldText, writeDay } from './calculatorForm.ts';
import { CalculatorFrame } from './CalculatorFrame.tsx';
import { copyText } from './copyText.ts';
import { agentsChart, dayLevelChart } from './dayCharts.ts';
import { DayTable } from './DayTable.tsx';
import { dayLines, dayTable } from './dayTables.ts';
import { readDay, readForm } from './readForm.ts';
import { dayTiles } from './tiles.ts';
import type { Speech } from './words.ts';

/** What-if on one day, interval by interval. */
export function DayView({ form, speech }: { readonly form: CalculatorForm; readonly speech: Speech }) {
  const { t, locale } = speech;
  const { input, problems: ofFields } = useMemo(() => readForm(form, locale), [form, locale]);
  const { intervals, problems: ofLines } = useMemo(() => readDay(form, locale), [form, locale]);
  const day = useMemo(
    () => (input === null || ofLines.length > 0 ? null : calculateDay({ settings: input, intervals })),
    [input, intervals, ofLines],
  );
  const [notFitting, setNotFitting] = useState(0);
  const hasPatience = fieldText(form, 'patience', locale).trim() !== '';
  const times = Array.from({ length: form.intervals }, (_, place) =>
    timeOfDay(locale, form.opensMinute + place * form.intervalMinutes),
  );
  const table = dayTable(day, form.intervals, hasPatience, speech);
  const agents = agentsChart(day, times, hasPatience, speech);
  const level = dayLevelChart(day, times, input, speech);
  return (
    <CalculatorFrame
      form={form}
      problems={[...ofFields, ...ofLines]}
      speech={speech}
      tiles={dayTiles(day, input, speech)}
      copyText={
        input === null || day === null
          ? null
          : () => copyText(input, 'day', dayLines(table, day, times, speech), speech)
      }
      controls={<DutyMenu day={day} intervals={form.intervals} speech={speech} />}
      charts={[
        {
          title: t('calculator.agentsChart'),
          unit: t('unit.agents'),
          chart: agents,
          axis: t('calculator.time'),
        },
        { title: t('calculator.dayLevelChart'), unit: '', chart: level, axis: t('calculator.time') },
      ]}
    >
      <DayTable
        form={form}
        table={table}
        times={times}
        problems={ofLines}
        notFitting={notFitting}
        onPasted={setNotFitting}
        hasOverload={day !== null && day.overloadedIntervals > 0}
        speech={speech}
      />
    </CalculatorFrame>
  );
}

interface DutyMenuProps {
  readonly day: CalculatorDay | null;
  readonly intervals: number;
  readonly speech: Speech;
}

/** Sets the agents on duty of the whole day to what one of the models asks for, or to nothing. */
function DutyMenu({ day, intervals, speech }: DutyMenuProps) {
  const { t, locale } = speech;
  const fill = (of: 'neededC' | 'neededA') =>
    writeDay(
      0,
      (day?.rows ?? []).map((row) => ({ agents: formatExact(row[of], { style: 'number' }, locale) })),
    );
  const clear = () =>
    writeDay(
      0,
      Array.from({ length: intervals }, () => ({ agents: '' })),
    );
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('calculator.fillDuty')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!day?.neededC} onClick={() => fill('neededC')}>
          {t('calculator.fillC')}
        </Menu.Item>
        <Menu.Item disabled={!day?.neededA} onClick={() => fill('neededA')}>
          {t('calculator.fillA')}
        </Menu.Item>
        <Menu.Item onClick={clear}>{t('calculator.clearDuty')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
