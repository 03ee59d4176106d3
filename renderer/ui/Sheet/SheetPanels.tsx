import { Menu, Popover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { cellBox } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import { SheetMenuItems } from './SheetMenu.tsx';
import { SpreadForm } from './SpreadForm.tsx';
import type { SheetPanel, SheetView } from './state.ts';
import type { SheetAction } from './step.ts';
import type { SheetProps } from './types.ts';

interface SheetPanelsProps {
  readonly view: SheetView;
  readonly geometry: Geometry;
  readonly dispatch: (action: SheetAction) => void;
  /** What the sheet was given: whether lines can be edited as a whole, reset, and saved. */
  readonly sheet: Pick<SheetProps, 'renderSeriesEditor' | 'onReset' | 'onSaveCsv'>;
  readonly focusCells: () => void;
}

/** Where a panel hangs: at the pointer, or over the active cell. */
function anchorOf(panel: SheetPanel, { selection }: SheetView, geometry: Geometry) {
  if (panel.kind === 'menu' && panel.at !== null) {
    return { left: panel.at.x, top: panel.at.y, width: 0, height: 0 };
  }
  return cellBox(geometry, selection.active);
}

function CellMenu({ view, dispatch, sheet, anchor, close }: OpenPanelProps) {
  const { active, model } = view;
  const period = active?.column.longLabel ?? active?.column.label ?? '';
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      offset={0}
      shadow="md"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{anchor}</Menu.Target>
      <Menu.Dropdown aria-label={model.texts.menu.label(active?.row.label ?? '', period)}>
        <SheetMenuItems
          view={view}
          dispatch={dispatch}
          canReset={sheet.onReset !== undefined}
          onSaveCsv={sheet.onSaveCsv}
          onClose={close}
          onClipboard={(what) => {
            close();
            // The cells hear it as if their keys were pressed.
            document.execCommand(what);
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

interface OpenPanelProps extends SheetPanelsProps {
  readonly anchor: ReactElement;
  readonly close: () => void;
}

/** The menu, the editor of a line or the spreading of a total over the active cell. The focus goes back when it closes. */
export function SheetPanels(props: SheetPanelsProps) {
  const { view, geometry, dispatch, sheet, focusCells } = props;
  const { panel, active } = view.state;
  if (panel === null) return null;
  const close = (): void => {
    dispatch({ type: 'closePanel' });
    focusCells();
  };
  // The input lies over the cell; a panel is anchored to a box of its own, which takes no clicks.
  const box = anchorOf(panel, view, geometry);
  const anchor = <div aria-hidden style={{ position: 'absolute', pointerEvents: 'none', ...box }} />;
  if (panel.kind === 'menu') return <CellMenu {...props} anchor={anchor} close={close} />;
  const content: ReactNode =
    panel.kind === 'spread' ? (
      <SpreadForm view={view} dispatch={dispatch} onClose={close} />
    ) : (
      active !== null && sheet.renderSeriesEditor?.(active, close)
    );
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && close()}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus={false}
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{anchor}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={view.active?.row.label}>
        {content}
      </Popover.Dropdown>
    </Popover>
  );
}
