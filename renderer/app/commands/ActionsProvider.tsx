import {
  createContext,
  lazy,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useStored } from '#renderer/state/useStored.ts';
import { usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { About } from '../About.tsx';
import { isTyping } from '../useHistoryKeys.ts';
import { useShellCommands } from '../useShellState.ts';
import { isPressed } from './registry.ts';
import { type Action, type CommandDialog, useActionList } from './useActionList.ts';

const CommandPalette = lazy(async () => ({
  default: (await import('./CommandPalette.tsx')).CommandPalette,
}));
const ShortcutList = lazy(async () => ({ default: (await import('./ShortcutList.tsx')).ShortcutList }));
const ImportDialog = lazy(async () => ({
  default: (await import('#renderer/features/scenarios/ImportDialog.tsx')).ImportDialog,
}));
const ReasonDialog = lazy(async () => ({
  default: (await import('#renderer/features/scenarios/ReasonDialog.tsx')).ReasonDialog,
}));
const SaveVersionDialog = lazy(async () => ({
  default: (await import('#renderer/features/scenarios/SaveVersionDialog.tsx')).SaveVersionDialog,
}));

const ActionsContext = createContext<readonly Action[]>([]);

/** Every action of the app as it stands now. */
export function useActions(): readonly Action[] {
  return useContext(ActionsContext);
}

/** Undo and redo have listeners of their own, since grids and texts answer them in their own way. */
const answeredElsewhere: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo']);

/** Carries out the action whose keys are pressed; what a grid or a field has answered already is left alone. */
function useShortcuts(actions: readonly Action[]): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  }, [actions]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const inGrid = event.target instanceof Element && event.target.closest('[role=grid]') !== null;
      const asksForHelp = event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isFree = asksForHelp && !inGrid && !isTyping(event.target);
      const action = latest.current.find(
        ({ id, keys }) =>
          !answeredElsewhere.has(id) &&
          ((keys !== undefined && isPressed(event, keys)) || (isFree && id === 'help.shortcuts')),
      );
      if (action === undefined) return;
      event.preventDefault();
      if (action.isPossible) action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The system's menu asks by the ids of the actions. */
function useSystemMenu(actions: readonly Action[]): void {
  const { client } = usePlanSession();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  }, [actions]);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== 'command-chosen') return;
        const action = latest.current.find(({ id }) => id === event.id);
        if (action?.isPossible === true) action.run();
      }),
    [client],
  );
  useShellCommands(actions.filter(({ isPossible }) => isPossible).map(({ id }) => id));
}

interface ActionsProviderProps {
  readonly onShow: (place: NumberPlace) => void;
  readonly children: ReactNode;
}

/** The actions of the app within reach of menu, palette and keyboard, and the dialogs that they open. */
export function ActionsProvider({ onShow, children }: ActionsProviderProps) {
  const [dialog, setDialog] = useState<CommandDialog | null>(null);
  const actions = useActionList(setDialog);
  const close = () => setDialog(null);
  useShortcuts(actions);
  useSystemMenu(actions);
  return (
    <ActionsContext value={actions}>
      {children}
      <About isOpen={dialog === 'about'} onClose={close} />
      <Suspense>
        {dialog === 'palette' && <CommandPalette actions={actions} onShow={onShow} onClose={close} />}
        {dialog === 'shortcuts' && <ShortcutList actions={actions} onClose={close} />}
        {dialog === 'import' && <ImportDialog isOpen onClose={close} />}
        {dialog === 'reason' && <ReasonDialog onClose={close} />}
        {dialog === 'version' && <SaveVersion onClose={close} />}
      </Suspense>
    </ActionsContext>
  );
}

/** A version of the open scenario, under a name that none of its versions has. */
function SaveVersion({ onClose }: { readonly onClose: () => void }) {
  const scenarioId = usePlan((state) => state.id);
  const { value } = useStored('version.list', scenarioId === null ? null : { scenarioId });
  if (value === null) return null;
  return <SaveVersionDialog names={value.map(({ name }) => name)} onClose={onClose} onSaved={onClose} />;
}
