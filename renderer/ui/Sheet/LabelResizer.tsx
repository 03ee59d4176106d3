import { useRef } from 'react';
import type { PointerEvent } from 'react';
import { labelWidths } from './geometry.ts';
import styles from './Sheet.module.css';

interface LabelResizerProps {
  readonly label: string;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/**
 * The edge of the names, to drag. By keyboard it is Alt+Shift with an arrow from any cell: a tab stop here would come
 * between the sheet and what follows it.
 */
export function LabelResizer({ label, width, onResize }: LabelResizerProps) {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const stop = (): void => {
    drag.current = null;
  };
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={labelWidths.least}
      aria-valuemax={labelWidths.most}
      className={styles.resizer}
      data-own-pointer
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) onResize(drag.current.width + event.clientX - drag.current.x);
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
    />
  );
}
