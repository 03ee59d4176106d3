import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd, Modal, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useLibrary, usePlan, usePlanFigures, usePlanSession, useView } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { type PaletteEntry, paletteEntries } from './paletteEntries.ts';
import { recentIds, rememberRecent } from './recent.ts';
import { keysText } from './registry.ts';
import { createSearch } from './search.ts';
import { isMac } from './system.ts';
import type { Action } from './useActionList.ts';
import styles from './Commands.module.css';

/** More are found by typing on. */
const mostShown = 60;

interface CommandPaletteProps {
  readonly actions: readonly Action[];
  readonly onShow: (place: NumberPlace) => void;
  readonly onClose: () => void;
}

/** Finds everything by its name: what can be done, the scenarios, and the numbers of the plan. */
export function CommandPalette({ actions, onShow, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      aria-label={t('palette.label')}
      size={620}
      padding={0}
      yOffset="10vh"
      transitionProps={{ duration: 0 }}
    >
      <Finder actions={actions} onShow={onShow} onClose={onClose} />
    </Modal>
  );
}

/** What the palette finds, as the plan stands when it was opened: it does not move under the hands. */
function useFound({ actions }: Pick<CommandPaletteProps, 'actions'>, query: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const scenarios = useLibrary((state) => state.scenarios);
  const openId = usePlan((state) => state.id);
  const [search] = useState(() => createSearch(paletteEntries({ actions, scenarios, openId, figures, t })));
  const [recent] = useState(recentIds);
  return useMemo(() => search(query, recent, mostShown), [search, query, recent]);
}

function useChoose({ actions, onShow, onClose }: CommandPaletteProps): (entry: PaletteEntry) => void {
  const { library } = usePlanSession();
  const { selected, grain } = useView();
  return ({ id, kind, target }) => {
    rememberRecent(id);
    onClose();
    // The dialog gives the focus back before anything else takes it.
    setTimeout(() => {
      if (kind === 'action') actions.find((action) => action.id === target)?.run();
      else if (kind === 'scenario') void library.open(target);
      else onShow({ id: target, place: selected?.grain === grain ? selected.place : 0, grain });
    });
  };
}

function stepOf(key: string, count: number, at: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 8);
  if (key === 'PageUp') return Math.max(0, at - 8);
  return null;
}

function Finder(props: CommandPaletteProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const found = useFound(props, useDeferredValue(query));
  const choose = useChoose(props);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, found.length - 1));
  const listId = useId();
  const optionId = (at: number) => `${listId}-${at}`;
  const current = found[active];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = stepOf(event.key, found.length, active);
    if (step !== null) setActive(step);
    else if (event.key === 'Enter' && current !== undefined) choose(current);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.palette}>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={styles.query}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        {...(current !== undefined && { 'aria-activedescendant': optionId(active) })}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('palette.label')} className={styles.found}>
        {found.map((entry, at) => (
          <Option
            key={entry.id}
            id={optionId(at)}
            entry={entry}
            isActive={at === active}
            onReach={() => setActive(at)}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
      <Text role="status" className={found.length === 0 ? styles.nothing : styles.counted}>
        {found.length === 0 ? t('palette.nothing') : t('palette.found', { count: found.length })}
      </Text>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onReach: () => void;
  readonly onChoose: () => void;
}

function Option({ id, entry, isActive, onReach, onChoose }: OptionProps) {
  const option = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <UnstyledButton
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.entry}
      onMouseMove={onReach}
      onClick={onChoose}
    >
      <EntryText entry={entry} />
    </UnstyledButton>
  );
}

function EntryText({ entry: { label, detail, keys, kind } }: { readonly entry: PaletteEntry }) {
  const { t } = useTranslation();
  const isNumber = kind === 'measure' || kind === 'input';
  return (
    <>
      <span className={styles.entryLabel}>
        {label}
        {isNumber && detail !== '' && <span className={styles.owner}>{detail}</span>}
      </span>
      <span className={styles.entryKind}>{isNumber ? t(`palette.kind.${kind}`) : detail}</span>
      {keys !== undefined && <Kbd size="xs">{keysText(keys, isMac())}</Kbd>}
    </>
  );
}
