import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useId,
  useRef,
} from 'react';
import { gridTotal, type WeekGrid } from '#shared/model/profiles/shapes.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { weekdayName } from './dates.ts';
import { type Brush, cellsBetween, type CellPlace, copiedText, steppedCell } from './painting.ts';
import type { Selection } from './ProfilePainter.tsx';
import styles from './Painter.module.css';

interface PainterGridProps {
  readonly locale: string;
  readonly label: string;
  readonly grid: WeekGrid;
  readonly intervalMinutes: number;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onStroke: (cells: readonly CellPlace[]) => void;
  readonly onStrokeEnd: () => void;
  /** @param brush absent for the one that is chosen */
  readonly onApply: (brush?: Brush) => void;
  readonly onPaste: (text: string) => void;
}

type GridStyle = CSSProperties & { readonly '--slots': number; readonly '--cell': string };
type CellStyle = CSSProperties & { readonly '--heat': number };

function placeAt(x: number, y: number): CellPlace | undefined {
  const element = document.elementFromPoint(x, y);
  if (!(element instanceof HTMLElement)) return undefined;
  const { day, slot } = element.dataset;
  return day === undefined || slot === undefined ? undefined : { day: Number(day), slot: Number(slot) };
}

/** The week as cells to paint on: dragged with a pointer, or walked and filled with the keyboard. */
export function PainterGrid(props: PainterGridProps) {
  const { locale, label, grid, intervalMinutes, selection, onSelect, onApply, onPaste } = props;
  const id = useId();
  const stroking = useStroke(props);
  const slots = grid[0]?.length ?? 0;
  const { focus, anchor } = selection;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = steppedCell(focus, event.key, slots);
    if (next !== undefined) onSelect({ focus: next, anchor: event.shiftKey ? anchor : next });
    else if (event.key === 'Enter' || event.key === ' ') onApply();
    else if (event.key === 'Delete' || event.key === 'Backspace') onApply('clear');
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData.setData('text/plain', copiedText(grid, anchor, focus, locale));
    event.preventDefault();
  };
  const style: GridStyle = { '--slots': slots, '--cell': slots > 100 ? '7px' : slots > 50 ? '10px' : '15px' };
  return (
    <div className={styles.frame}>
      <div
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-activedescendant={`${id}-${focus.day}-${focus.slot}`}
        tabIndex={0}
        className={styles.grid}
        style={style}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={(event) => {
          onPaste(event.clipboardData.getData('text/plain'));
          event.preventDefault();
        }}
        {...stroking}
      >
        <Hours locale={locale} slots={slots} intervalMinutes={intervalMinutes} />
        <Days {...props} id={id} />
      </div>
    </div>
  );
}

/** A stroke begins on a cell, follows the pointer, and ends wherever that is lifted. */
function useStroke({ selection, onSelect, onStroke, onStrokeEnd }: PainterGridProps) {
  const isDown = useRef(false);
  const last = useRef<CellPlace | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    const place = placeAt(event.clientX, event.clientY);
    if (place === undefined || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (event.shiftKey) return onSelect({ anchor: selection.anchor, focus: place });
    isDown.current = true;
    last.current = place;
    onSelect({ anchor: place, focus: place });
    onStroke([place]);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const place = isDown.current ? placeAt(event.clientX, event.clientY) : undefined;
    const from = last.current;
    if (place === undefined || from === null || (place.day === from.day && place.slot === from.slot)) return;
    last.current = place;
    onSelect({ anchor: place, focus: place });
    // A fast pointer skips cells: those on the way are painted as well. The last one was painted already.
    const cells = cellsBetween(from, place);
    onStroke(cells.filter((cell) => cell.day !== from.day || cell.slot !== from.slot));
  };
  const end = (): void => {
    if (!isDown.current) return;
    isDown.current = false;
    last.current = null;
    onStrokeEnd();
  };
  return { onPointerDown: begin, onPointerMove: move, onPointerUp: end, onPointerCancel: end };
}

interface HoursProps {
  readonly locale: string;
  readonly slots: number;
  readonly intervalMinutes: number;
}

const hourStep = 2;

function Hours({ locale, slots, intervalMinutes }: HoursProps) {
  const every = Math.max(1, Math.round((hourStep * 60) / intervalMinutes));
  return (
    <div className={`${styles.row} ${styles.hours}`} aria-hidden>
      <span />
      {Array.from({ length: slots }, (_, slot) => (
        <span key={slot} className={styles.hour}>
          {slot % every === 0 ? timeOfDay(locale, slot * intervalMinutes).slice(0, 2) : ''}
        </span>
      ))}
      <span />
    </div>
  );
}

function Days({ locale, grid, intervalMinutes, selection, id }: PainterGridProps & { readonly id: string }) {
  const highest = Math.max(0, ...grid.flat());
  const total = gridTotal(grid);
  const { focus } = selection;
  const selected = new Set(cellsBetween(selection.anchor, focus).map(({ day, slot }) => `${day}/${slot}`));
  return grid.map((row, day) => {
    const sum = row.reduce((all, weight) => all + weight, 0);
    const name = weekdayName(day, locale, 'short');
    return (
      // oxlint-disable-next-line react/no-array-index-key
      <div key={day} role="row" className={styles.row}>
        <span role="rowheader" className={styles.rowHead}>
          {name}
        </span>
        {row.map((weight, slot) => {
          const style: CellStyle = { '--heat': highest === 0 ? 0 : weight / highest };
          return (
            <span
              // oxlint-disable-next-line react/no-array-index-key
              key={slot}
              id={`${id}-${day}-${slot}`}
              role="gridcell"
              aria-label={`${name} ${timeOfDay(locale, slot * intervalMinutes)}: ${formatPlain(weight, { style: 'number', digits: 2 }, locale)}`}
              aria-selected={selected.has(`${day}/${slot}`)}
              className={styles.cell}
              style={style}
              data-day={day}
              data-slot={slot}
              data-selected={selected.size > 1 && selected.has(`${day}/${slot}`)}
              data-focus={focus.day === day && focus.slot === slot}
            />
          );
        })}
        <span role="gridcell" className={styles.total}>
          {formatPlain(total === 0 ? 0 : sum / total, { style: 'percent' }, locale)}
        </span>
      </div>
    );
  });
}
