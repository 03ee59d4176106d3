import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import styles from './SplitPane.module.css';

interface SplitPaneProps {
  readonly children: ReactNode;
  readonly side: ReactNode;
  readonly sideLabel: string;
  /** Name of the bar between the two, e.g. 'Width of the explanation'. */
  readonly resizeLabel: string;
  readonly isOpen: boolean;
  readonly initialWidth?: number;
  readonly minWidth?: number;
  readonly maxWidth?: number;
}

const keyStep = 16;

interface WidthBarProps {
  readonly label: string;
  readonly width: number;
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly onResize: (width: number) => void;
  readonly onReset: () => void;
}

/** The bar between the two parts. A focusable separator with a value is the pattern; no native element has it. */
function WidthBar({ label, width, minWidth, maxWidth, onResize, onReset }: WidthBarProps) {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: width + keyStep,
      ArrowRight: width - keyStep,
      Home: minWidth,
      End: maxWidth,
    };
    const wanted = widths[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onResize(wanted);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const stop = (): void => {
    drag.current = null;
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={minWidth}
      aria-valuemax={maxWidth}
      className={styles.bar}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => drag.current && onResize(drag.current.width + drag.current.x - event.clientX)}
      onPointerUp={stop}
      onPointerCancel={stop}
      onDoubleClick={onReset}
    />
  );
}

/** A main part and a panel at its right whose width is dragged, or set with the arrow keys on the bar. */
export function SplitPane(props: SplitPaneProps) {
  const { children, side, sideLabel, resizeLabel, isOpen } = props;
  const { initialWidth = 320, minWidth = 240, maxWidth = 640 } = props;
  const [width, setWidth] = useState(initialWidth);
  return (
    <div className={styles.split}>
      <div className={styles.main}>{children}</div>
      {isOpen && (
        <>
          <WidthBar
            label={resizeLabel}
            width={width}
            minWidth={minWidth}
            maxWidth={maxWidth}
            onResize={(wanted) => setWidth(Math.max(minWidth, Math.min(maxWidth, Math.round(wanted))))}
            onReset={() => setWidth(initialWidth)}
          />
          <aside className={styles.side} style={{ width }} aria-label={sideLabel}>
            {side}
          </aside>
        </>
      )}
    </div>
  );
}
