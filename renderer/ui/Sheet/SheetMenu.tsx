import { Menu } from '@mantine/core';
import type { SheetView } from './state.ts';
import type { SheetAction } from './step.ts';
import { menuChoices } from './panels.ts';
import { parseTsv } from './clipboard.ts';

interface SheetMenuProps {
  readonly view: SheetView;
  readonly dispatch: (action: SheetAction) => void;
  readonly canReset: boolean;
  readonly onSaveCsv: (() => void) | undefined;
  /** Gives the focus back to the cells. */
  readonly onClose: () => void;
  /** Copies or cuts as the keys do; the focus must be back in the cells. */
  readonly onClipboard: (what: 'copy' | 'cut') => void;
}

/** The clipboard may be kept from a page that was not asked by its keys. */
async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}

interface ItemProps {
  readonly text: string;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function Item({ text, keys, isDisabled = false, onClick }: ItemProps) {
  return (
    <Menu.Item
      disabled={isDisabled}
      // Some items open something else in the place of the menu; all of them close it themselves.
      closeMenuOnClick={false}
      onClick={onClick}
      rightSection={
        keys === undefined ? undefined : (
          <span aria-hidden style={{ color: 'var(--planner-text-quiet)', fontSize: '0.6875rem' }}>
            {keys}
          </span>
        )
      }
    >
      {text}
    </Menu.Item>
  );
}

/** Cut, copy and paste. */
function ClipboardItems({ view, dispatch, onClose, onClipboard }: SheetMenuProps) {
  const { menu } = view.model.texts;
  const { canWrite } = menuChoices(view);
  const paste = async (): Promise<void> => {
    onClose();
    const text = await clipboardText();
    if (text === null || text === '') dispatch({ type: 'say', message: menu.pasteByKeys });
    else dispatch({ type: 'paste', cells: parseTsv(text) });
  };
  return (
    <>
      <Item text={menu.cut} keys="Ctrl+X" isDisabled={!canWrite} onClick={() => onClipboard('cut')} />
      <Item text={menu.copy} keys="Ctrl+C" onClick={() => onClipboard('copy')} />
      <Item text={menu.paste} keys="Ctrl+V" isDisabled={!canWrite} onClick={() => void paste()} />
    </>
  );
}

/** What can be done with the selected cells; most items stand for a key as well. */
export function SheetMenuItems(props: SheetMenuProps) {
  const { view, dispatch, canReset, onSaveCsv, onClose } = props;
  const { menu } = view.model.texts;
  const { canWrite, canEditSeries, canSpread, canReset: differs } = menuChoices(view);
  const act = (action: SheetAction) => (): void => {
    onClose();
    dispatch(action);
  };
  const open = (action: SheetAction) => (): void => {
    dispatch({ type: 'closePanel' });
    dispatch(action);
  };
  const series: SheetAction = { type: 'open', what: 'series' };
  return (
    <>
      <ClipboardItems {...props} />
      <Menu.Divider />
      <Item text={menu.fillRight} keys="Ctrl+R" isDisabled={!canWrite} onClick={act({ type: 'fillRight' })} />
      <Item text={menu.fillDown} keys="Ctrl+D" isDisabled={!canWrite} onClick={act({ type: 'fillDown' })} />
      <Item text={menu.clear} keys="Del" isDisabled={!canWrite} onClick={act({ type: 'clear' })} />
      {canReset && <Item text={menu.reset} isDisabled={!differs} onClick={act({ type: 'reset' })} />}
      <Menu.Divider />
      <Item text={menu.series} keys="Alt+Enter" isDisabled={!canEditSeries} onClick={open(series)} />
      <Item text={menu.spread} isDisabled={!canSpread} onClick={open({ type: 'openSpread' })} />
      <Menu.Divider />
      <Item text={menu.selectLine} keys="Shift+Space" onClick={act({ type: 'selectRow' })} />
      <Item text={menu.selectPeriod} keys="Ctrl+Space" onClick={act({ type: 'selectColumn' })} />
      <Item text={menu.find} keys="Ctrl+F" onClick={open({ type: 'open', what: 'find' })} />
      {onSaveCsv !== undefined && (
        <Item
          text={menu.saveCsv}
          onClick={() => {
            onClose();
            onSaveCsv();
          }}
        />
      )}
    </>
  );
}
