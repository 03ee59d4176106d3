import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { isSame } from '#shared/kernel/isSame.ts';
import type { Client } from '#shared/ipc/client.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { CompareSide } from '#shared/model/compare/compareWork.ts';
import { compareKeyOf } from './compareKeys.ts';
import { usePlan, usePlanSession } from './usePlan.ts';

/** A scenario or version with all that a comparison needs of it. */
export interface ComparedSide extends CompareSide {
  readonly key: string;
  /** Of a saved version; null of a scenario as it is now. */
  readonly savedAt: string | null;
  readonly isApproved: boolean;
}

interface Loaded {
  /** null until all are there. */
  readonly sides: readonly ComparedSide[] | null;
  readonly fault: Fault | null;
}

const nothing: Loaded = { sides: null, fault: null };

async function readSide(client: Client, t: TFunction, key: string): Promise<Result<ComparedSide, Fault>> {
  const { kind, id } = compareKeyOf(key);
  if (kind === 'scenario') {
    const opened = await client.call('scenario.open', { id });
    if (!opened.ok) return opened;
    const { document } = opened.value;
    return ok({ key, name: document.name, document, results: null, savedAt: null, isApproved: false });
  }
  const opened = await client.call('version.open', { id });
  if (!opened.ok) return opened;
  const { document, results, name, createdAt, status } = opened.value;
  const title = t('planSource.version', { scenario: document.name, version: name });
  return ok({
    key,
    name: title,
    document,
    results,
    savedAt: createdAt,
    isApproved: status === 'approved',
  });
}

/** The open plan as it is on screen, also what is not on disk yet. */
function asShown(side: ComparedSide, openKey: string, document: ScenarioDocument | null): ComparedSide {
  return side.key === openKey && document !== null ? { ...side, name: document.name, document } : side;
}

/** Reads what is compared, again whenever a scenario of the workspace changes. */
export function useCompareSides(keys: readonly string[]): Loaded {
  const { client } = usePlanSession();
  const { t } = useTranslation();
  const openId = usePlan((state) => state.id);
  const document = usePlan((state) => state.document);
  const [loaded, setLoaded] = useState<Loaded>(nothing);
  const [turn, setTurn] = useState(0);
  const question = keys.join(' ');
  // Another object for every question, and for the same one asked again.
  const asked = useMemo(() => ({ question, turn }), [question, turn]);
  useEffect(() => {
    let isWanted = true;
    void Promise.all(
      asked.question
        .split(' ')
        .filter((key) => key !== '')
        .map((key) => readSide(client, t, key)),
    ).then((results) => {
      if (!isWanted) return;
      const failed = results.find((result) => !result.ok);
      if (failed?.ok === false) return setLoaded({ sides: null, fault: failed.fault });
      const sides = results.flatMap((result) => (result.ok ? [result.value] : []));
      // Another scenario may have changed: what is the same is not computed again.
      setLoaded((last) => (isSame(last.sides, sides) ? last : { sides, fault: null }));
    });
    return () => {
      isWanted = false;
    };
  }, [client, t, asked]);
  const openKey = `scenario:${openId ?? ''}`;
  useEffect(
    () =>
      client.subscribe((event) => {
        // What the open plan is, this window knows by itself, and first.
        if (event.type === 'scenario-changed') setTurn((last) => last + 1);
      }),
    [client],
  );
  return useMemo(() => {
    const isCurrent = loaded.sides?.map(({ key }) => key).join(' ') === question;
    if (loaded.sides === null || !isCurrent) return { sides: null, fault: loaded.fault };
    return { sides: loaded.sides.map((side) => asShown(side, openKey, document)), fault: null };
  }, [loaded, question, openKey, document]);
}
