import { useMemo, useState, type KeyboardEvent } from 'react';
import type { FormulaName } from '#shared/model/formulaHelp.ts';
import { type CaretWord, caretWord, suggestionsFor } from './formulaEditing.ts';

interface Open {
  readonly word: CaretWord;
  readonly active: number;
}

export interface Suggestions {
  readonly isOpen: boolean;
  readonly list: readonly FormulaName[];
  readonly active: number;
  /** What is typed has changed, or (`isAsked`) the list was asked for. */
  readonly show: (text: string, caret: number, isAsked?: boolean) => void;
  readonly close: () => void;
  readonly choose: (name: FormulaName) => void;
  /** @returns true when the key was for the list */
  readonly handleKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

const page = 8;

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
};

/** The list of names under a formula: what is in it, which one is chosen, and its keys. */
export function useSuggestions(
  names: readonly FormulaName[],
  onChoose: (word: CaretWord, name: string) => void,
): Suggestions {
  const [open, setOpen] = useState<Open | null>(null);
  const list = useMemo(() => (open === null ? [] : suggestionsFor(names, open.word.typed)), [names, open]);
  const isOpen = list.length > 0;
  const active = Math.min(open?.active ?? 0, Math.max(0, list.length - 1));
  const close = (): void => setOpen(null);
  const choose = ({ name }: FormulaName): void => {
    if (open !== null) onChoose(open.word, name);
    close();
  };
  return {
    isOpen,
    list,
    active,
    close,
    choose,
    show(text, caret, isAsked = false) {
      const word = caretWord(text, caret);
      setOpen(word.typed !== '' || isAsked ? { word, active: 0 } : null);
    },
    handleKey(event) {
      const chosen = list[active];
      if (!isOpen || chosen === undefined) return false;
      const step = steps[event.key];
      if (step !== undefined) {
        const wanted = active + step;
        const isSingle = Math.abs(step) === 1;
        const next = isSingle
          ? (wanted + list.length) % list.length
          : Math.max(0, Math.min(list.length - 1, wanted));
        setOpen((current) => (current === null ? null : { ...current, active: next }));
        return true;
      }
      if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
        choose(chosen);
        return true;
      }
      if (event.key === 'Escape') close();
      return event.key === 'Escape';
    },
  };
}
