import { useEffect, useState } from 'react';
import type { FormulaCheck, FormulaDraft, FormulaName } from '#shared/model/formulaHelp.ts';
import type { OwnLine } from '#shared/model/scenario.ts';
import { usePlanStore } from '../usePlan.ts';

const none: readonly FormulaName[] = [];

/** What a formula of a kind may name; empty until it is known. */
export function useFormulaNames(scope: OwnLine['scope']): readonly FormulaName[] {
  const store = usePlanStore();
  const [known, setKnown] = useState({ scope, names: none });
  useEffect(() => {
    let isCurrent = true;
    void store.formulaNames(scope).then((names) => {
      if (isCurrent) setKnown({ scope, names });
    });
    return () => {
      isCurrent = false;
    };
  }, [store, scope]);
  return known.scope === scope ? known.names : none;
}

/** Short enough to feel immediate, long enough to pass over the letters of a word. */
const pauseMilliseconds = 120;

/** What is wrong with the formula or what it comes to, asked anew when typing rests; the last answer stays until the next. */
export function useFormulaCheck({ scope, formula, id, place }: FormulaDraft): FormulaCheck | null {
  const store = usePlanStore();
  const [check, setCheck] = useState<FormulaCheck | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const draft = {
      scope,
      formula,
      ...(id === undefined ? {} : { id }),
      ...(place === undefined ? {} : { place }),
    };
    const timer = setTimeout(() => {
      void store.checkFormula(draft).then((found) => {
        if (isCurrent) setCheck(found);
      });
    }, pauseMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [store, scope, formula, id, place]);
  return formula.trim() === '' ? null : check;
}
