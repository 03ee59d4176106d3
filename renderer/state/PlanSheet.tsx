import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '#renderer/ui/charts/saveChart.ts';
import { Sheet } from '#renderer/ui/Sheet/Sheet.tsx';
import type { Command } from '#shared/model/commands.ts';
import type { SheetEdit, SheetPosition } from '#renderer/ui/Sheet/types.ts';
import { resetCommands } from './cellMarks.ts';
import { columnWidthFor } from './columnWidth.ts';
import { fiscalYearStartOf, type PlanFigures } from './figures.ts';
import { type PlanColumn, periodColumns } from './periodColumns.ts';
import { editCommands, planCell, type PlanRow, sheetRows } from './planRows.ts';
import { refusalText } from './faultText.ts';
import { refusalOf } from './refusals.ts';
import { SeriesEditor } from './series/SeriesEditor.tsx';
import { fileNameOf } from './saveDownload.ts';
import { sheetCsv } from './sheetCsv.ts';
import { sheetTexts } from './sheetTexts.ts';
import { usePlanFigures, usePlanStore, useView } from './usePlan.ts';
import type { NumberPlace } from './viewStore.ts';

/** Where the selected number stands in this sheet, if it does. */
function positionOf(columns: readonly PlanColumn[], selected: NumberPlace | null): SheetPosition | undefined {
  if (selected === null) return undefined;
  const { id, place, grain } = selected;
  const columnIndex = columns.findIndex((column) => column.grain === grain && column.place === place);
  return columnIndex < 0 ? undefined : { rowId: id, columnIndex };
}

/** The longest unit, an amount per customer and month, fits, and most names of lines; eight months are left of 1280 pixels. */
const usualLabelWidth = 248;
const unitWidth = 112;

interface PlanSheetProps {
  /** Name of the grid for screen readers. */
  readonly label: string;
  /** Keep it the same object while the lines are the same. */
  readonly rows: readonly PlanRow[];
}

/** A grid of the open plan: inputs and results by period. It fills its parent, which must have a height. */
export function PlanSheet(props: PlanSheetProps) {
  const figures = usePlanFigures();
  return figures === null ? null : <Filled {...props} figures={figures} />;
}

/** What stands in the cells, and what may. */
function useCells(figures: PlanFigures, columns: readonly PlanColumn[]) {
  const { t } = useTranslation();
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
    (rowId: string, columnIndex: number, value: number) => {
      const commands = editCommands(figures, columns, [{ rowId, columnIndex, value }]);
      const refusal = refusalOf(figures.document, rowId, commands);
      return refusal === null ? null : refusalText(refusal, figures, t);
    },
    [figures, columns, t],
  );
  return { getCell, validate };
}

/** What the user does in the grid, as edits of the plan. */
function useActs(figures: PlanFigures, columns: readonly PlanColumn[]) {
  const store = usePlanStore();
  const { explain } = useView();
  const { variant } = figures;
  const run = (commands: readonly Command[]): void => {
    if (commands.length > 0) store.run(commands);
  };
  return {
    onCommit: (edits: readonly SheetEdit[]) => run(editCommands(figures, columns, edits)),
    onSelect({ rowId, columnIndex }: SheetPosition): void {
      const column = columns[columnIndex];
      if (column !== undefined && figures.nodes.has(rowId)) explain(rowId, column.place, column.grain);
    },
    onUndo: () => store.undo(),
    onRedo: () => store.redo(),
    ...(variant === null
      ? {}
      : {
          onReset: (positions: readonly SheetPosition[]) =>
            run(
              resetCommands(
                variant,
                figures.document,
                positions.map(({ rowId, columnIndex }) => ({
                  path: rowId,
                  place: columns[columnIndex]?.place ?? 0,
                })),
              ),
            ),
        }),
  };
}

function useColumns({ structure, locale, texts, document, grain }: PlanFigures): readonly PlanColumn[] {
  const fiscalYearStart = fiscalYearStartOf(document);
  const { periods } = texts;
  return useMemo(
    () => periodColumns({ structure, locale, texts: periods, fiscalYearStart }, grain),
    [structure, locale, periods, fiscalYearStart, grain],
  );
}

/** Other numbers are no other lines. */
function useLines({ document, structure, nodes, texts }: PlanFigures, rows: readonly PlanRow[]) {
  return useMemo(
    () => sheetRows({ document, structure, nodes, texts }, rows),
    [document, structure, nodes, texts, rows],
  );
}

function Filled({ label, rows, figures }: PlanSheetProps & { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const { selected, labelWidth, setLabelWidth } = useView();
  const { locale, grain } = figures;
  const texts = useMemo(() => sheetTexts(t, locale), [t, locale]);
  const columns = useColumns(figures);
  const lines = useLines(figures, rows);
  const columnWidth = useMemo(() => columnWidthFor(figures, lines), [figures, lines]);
  const cells = useCells(figures, columns);
  const acts = useActs(figures, columns);
  const position = useMemo(() => positionOf(columns, selected), [columns, selected]);
  const isHere = position !== undefined && lines.some(({ id }) => id === position.rowId);
  const seriesEditor = useCallback(
    ({ rowId }: SheetPosition, close: () => void) => (
      <SeriesEditor figures={figures} path={rowId} onClose={close} />
    ),
    [figures],
  );
  return (
    <Sheet
      // Columns of another grain are other columns: where the cursor stood means nothing there.
      key={grain}
      label={label}
      rows={lines}
      columns={columns}
      locale={locale}
      texts={texts}
      {...cells}
      {...acts}
      unitWidth={unitWidth}
      columnWidth={columnWidth}
      renderSeriesEditor={seriesEditor}
      onSaveCsv={() =>
        saveCsv(
          sheetCsv({ rows: lines, columns, ...cells }, t, locale),
          fileNameOf(`${figures.document.name} ${label}`),
        )
      }
      {...(isHere ? { selected: position } : {})}
      onLabelWidth={setLabelWidth}
      labelWidth={labelWidth ?? usualLabelWidth}
    />
  );
}
