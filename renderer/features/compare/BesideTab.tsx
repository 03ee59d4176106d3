import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconChartHistogram, IconFileSpreadsheet } from '@tabler/icons-react';
import type { BesideAnswer } from '#shared/model/compare/compareWork.ts';
import type { Grain } from '#shared/model/periods.ts';
import { scenarioKey } from '#renderer/state/compareKeys.ts';
import { figureTexts } from '#renderer/state/figureTexts.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { fileNameOf } from '#renderer/state/saveDownload.ts';
import { sheetTexts } from '#renderer/state/sheetTexts.ts';
import type { ComparedSide } from '#renderer/state/useCompareSides.ts';
import { usePlan, usePlanFigures, usePlanSession, useView } from '#renderer/state/usePlan.ts';
import { ChartHeight } from '#renderer/ui/charts/chartHeight.ts';
import { saveCsv } from '#renderer/ui/charts/saveChart.ts';
import { Sheet } from '#renderer/ui/Sheet/Sheet.tsx';
import type { SheetPosition } from '#renderer/ui/Sheet/types.ts';
import { besideChart, besideChartMeasures } from './besideCharts.ts';
import { besideCsv } from './besideCsv.ts';
import {
  type BesideColumn,
  besideCell,
  besideColumns,
  besideLine,
  besideSheetRows,
  chosenRows,
  type MeasureGroup,
  measureGroups,
} from './besideRows.ts';
import styles from './Compare.module.css';

const widths = { label: 270, longLabel: 360, unit: 104, column: 104 };
const longName = 36;
const chartHeight = 164;

interface BesideTabProps {
  readonly sides: readonly ComparedSide[];
  readonly answer: BesideAnswer;
}

/** The grain that is shown everywhere, if the plans have it in common. */
function shownGrain(answer: BesideAnswer, wanted: Grain): Grain {
  if (answer.tables[wanted] !== undefined) return wanted;
  return answer.tables.quarter === undefined ? 'year' : 'quarter';
}

function useWords() {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  return useMemo(() => ({ t, figures: figureTexts(t), locale }), [t, locale]);
}

/** A number of the open plan is explained like anywhere else. */
function useExplainOpen(sides: readonly ComparedSide[], columns: readonly BesideColumn[]) {
  const figures = usePlanFigures();
  const openId = usePlan((state) => state.id);
  const { explain } = useView();
  return ({ rowId, columnIndex }: SheetPosition): void => {
    const line = besideLine(rowId);
    const column = columns[columnIndex];
    if (figures === null || line?.what !== 'value' || column === undefined) return;
    const isOpen = sides[line.place]?.key === scenarioKey(openId ?? '');
    const place = figures.structure.groups[column.grain].findIndex(({ key }) => key === column.key);
    if (isOpen && place >= 0 && figures.nodes.has(line.id)) explain(line.id, place, column.grain);
  };
}

/** The lines and cells of the grid, for the measures that are chosen. */
function useBeside(answer: BesideAnswer, grain: Grain, group: MeasureGroup, search: string) {
  const words = useWords();
  const columns = useMemo(() => besideColumns(answer, grain, words), [answer, grain, words]);
  const table = answer.tables[grain];
  const rows = useMemo(
    () => (table === undefined ? [] : besideSheetRows(chosenRows(table.rows, group, search), table, words)),
    [table, group, search, words],
  );
  const getCell = useCallback(
    (rowId: string, columnIndex: number) => {
      const column = columns[columnIndex];
      return column === undefined
        ? ({ value: null, state: 'result' } as const)
        : besideCell(answer, rowId, column, words);
    },
    [answer, columns, words],
  );
  return { rows, columns, getCell };
}

/** People and money of the plans over time, in a row of charts that can be put away as on every screen. */
function BesideCharts({ answer, grain }: { readonly answer: BesideAnswer; readonly grain: Grain }) {
  const words = useWords();
  const charts = useMemo(
    () => besideChartMeasures.flatMap((id) => besideChart(answer, grain, id, words) ?? []),
    [answer, grain, words],
  );
  return (
    <ChartHeight value={chartHeight}>
      <div className={styles.charts}>
        {charts.map(({ id, title, unit, chart }) => (
          <PlanChartCard key={id} title={title} unit={unit} chart={chart} />
        ))}
      </div>
    </ChartHeight>
  );
}

function ChartsSwitch() {
  const { t } = useTranslation();
  const { areChartsOpen, setChartsOpen } = useView();
  return (
    <Button
      variant={areChartsOpen ? 'light' : 'default'}
      aria-pressed={areChartsOpen}
      leftSection={<IconChartHistogram size={16} aria-hidden />}
      onClick={() => setChartsOpen(!areChartsOpen)}
    >
      {t('screen.charts')}
    </Button>
  );
}

/** The numbers of the plans by measure and period, with the differences to the first. */
export function BesideTab({ sides, answer }: BesideTabProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const { areChartsOpen } = useView();
  const wanted = usePlanFigures()?.grain ?? 'year';
  const [group, setGroup] = useState<MeasureGroup>('deciding');
  const [search, setSearch] = useState('');
  const grain = shownGrain(answer, wanted);
  const shown = useBeside(answer, grain, group, search);
  const texts = useMemo(() => sheetTexts(t, locale), [t, locale]);
  const onSelect = useExplainOpen(sides, shown.columns);
  const isLong = sides.some(({ name }) => name.length > longName);
  const save = () =>
    saveCsv(
      besideCsv({ ...shown, locale, t }),
      fileNameOf(`${t('compare.title')} ${sides.map(({ name }) => name).join(', ')}`),
    );
  return (
    <>
      <div className={styles.controls}>
        <MeasureFields group={group} onGroup={setGroup} search={search} onSearch={setSearch} />
        {grain !== wanted && <span className={styles.quiet}>{t('compare.otherGrain')}</span>}
        <Group gap="xs" className={styles.push}>
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
            onClick={save}
          >
            {t('chart.saveCsv')}
          </Button>
          <ChartsSwitch />
        </Group>
      </div>
      {areChartsOpen && <BesideCharts answer={answer} grain={grain} />}
      <div className={styles.sheet}>
        <Sheet
          key={grain}
          label={t('compare.beside')}
          {...shown}
          locale={locale}
          texts={texts}
          labelWidth={isLong ? widths.longLabel : widths.label}
          unitWidth={widths.unit}
          columnWidth={widths.column}
          // Every cell is a result, so there is nothing to take in.
          onCommit={() => undefined}
          onSelect={onSelect}
        />
      </div>
    </>
  );
}

interface MeasureFieldsProps {
  readonly group: MeasureGroup;
  readonly onGroup: (group: MeasureGroup) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

function MeasureFields({ group, onGroup, search, onSearch }: MeasureFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('compare.measures')}
        data={measureGroups.map((value) => ({ value, label: t(`compare.group.${value}`) }))}
        value={group}
        onChange={({ currentTarget }) =>
          onGroup(measureGroups.find((known) => known === currentTarget.value) ?? 'deciding')
        }
      />
      <TextInput
        label={t('compare.search')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
    </>
  );
}
