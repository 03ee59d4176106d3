import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { Sheet } from '#renderer/ui/Sheet/Sheet.tsx';
import type { SheetPosition, SheetTexts } from '#renderer/ui/Sheet/types.ts';
import { columnWidthFor } from './columnWidth.ts';
import { fiscalYearStartOf, type PlanFigures } from './figures.ts';
import { type PlanColumn, periodColumns } from './periodColumns.ts';
import { editCommands, planCell, type PlanRow, sheetRows } from './planRows.ts';
import { refusalOf } from './refusals.ts';
import { usePlanFigures, usePlanStore, useView } from './usePlan.ts';
import type { NumberPlace } from './viewStore.ts';

function sheetTexts(t: TFunction): SheetTexts {
  return {
    lineHeader: t('sheet.line'),
    unitHeader: t('sheet.unit'),
    collapse: (label) => t('sheet.collapse', { label }),
    expand: (label) => t('sheet.expand', { label }),
    activeCell: ({ label, period, value, unit, isEditable, error, note }) =>
      [
        label,
        period,
        error ?? `${value} ${unit}`,
        isEditable ? t('sheet.editable') : (note ?? t('sheet.computed')),
      ].join(', '),
    editCell: (label, period) => t('sheet.edit', { label, period }),
    noValue: t('sheet.noValue'),
    readOnly: t('sheet.readOnly'),
    notANumber: (text) => t('sheet.notANumber', { text }),
    notWhole: (text) => t('sheet.notWhole', { text }),
    pasteRefused: (place) => t('sheet.pasteRefused', { ...place }),
    cellsSkipped: (count) => t('sheet.cellsSkipped', { count }),
    copied: (count) => t('sheet.copied', { count }),
    sum: t('sheet.sum'),
    average: t('sheet.average'),
    count: t('sheet.count'),
  };
}

/** Where the selected number stands in this sheet, if it does. */
function positionOf(columns: readonly PlanColumn[], selected: NumberPlace | null): SheetPosition | undefined {
  if (selected === null) return undefined;
  const { id, place, grain } = selected;
  const columnIndex = columns.findIndex((column) => column.grain === grain && column.place === place);
  return columnIndex < 0 ? undefined : { rowId: id, columnIndex };
}

/** The longest unit, an amount per customer and month, fits. */
const unitWidth = 104;

interface PlanSheetProps {
  /** Name of the grid for screen readers. */
  readonly label: string;
  /** Keep it the same object while the lines are the same. */
  readonly rows: readonly PlanRow[];
  readonly labelWidth?: number;
}

/** A grid of the open plan: inputs and results by period. It fills its parent, which must have a height. */
export function PlanSheet(props: PlanSheetProps) {
  const figures = usePlanFigures();
  return figures === null ? null : <Filled {...props} figures={figures} />;
}

function Filled({ label, rows, labelWidth, figures }: PlanSheetProps & { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const { selected, explain } = useView();
  const texts = useMemo(() => sheetTexts(t), [t]);
  const { structure, locale, grain } = figures;
  const fiscalYearStart = fiscalYearStartOf(figures.document);
  const periodTexts = figures.texts.periods;
  const columns = useMemo(
    () => periodColumns({ structure, locale, texts: periodTexts, fiscalYearStart }, grain),
    [structure, locale, periodTexts, fiscalYearStart, grain],
  );
  const lines = useMemo(() => sheetRows(figures, rows), [figures, rows]);
  const columnWidth = useMemo(() => columnWidthFor(figures, lines), [figures, lines]);
  const getCell = useCallback(
    (rowId: string, columnIndex: number) => {
      const column = columns[columnIndex];
      return column === undefined
        ? ({ value: null, state: 'result' } as const)
        : planCell(figures, rowId, column);
    },
    [figures, columns],
  );
  const validate = useCallback(
    (rowId: string, columnIndex: number, value: number) =>
      refusalOf(figures.document, rowId, editCommands(figures, columns, [{ rowId, columnIndex, value }])),
    [figures, columns],
  );
  const position = useMemo(() => positionOf(columns, selected), [columns, selected]);
  const isHere = position !== undefined && lines.some(({ id }) => id === position.rowId);
  return (
    <Sheet
      // Columns of another grain are other columns: where the cursor stood means nothing there.
      key={grain}
      label={label}
      rows={lines}
      columns={columns}
      getCell={getCell}
      locale={locale}
      texts={texts}
      validate={validate}
      unitWidth={unitWidth}
      columnWidth={columnWidth}
      onCommit={(edits) => {
        const commands = editCommands(figures, columns, edits);
        if (commands.length > 0) store.run(commands);
      }}
      onSelect={({ rowId, columnIndex }) => {
        const column = columns[columnIndex];
        if (column !== undefined && figures.nodes.has(rowId)) explain(rowId, column.place, column.grain);
      }}
      onUndo={() => store.undo()}
      onRedo={() => store.redo()}
      {...(isHere ? { selected: position } : {})}
      {...(labelWidth === undefined ? {} : { labelWidth })}
    />
  );
}
