import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Command } from '#shared/model/commands.ts';
import type { FormulaCheck, FormulaName } from '#shared/model/formulaHelp.ts';
import { inputAt } from '#shared/model/paths.ts';
import { yearFraction } from '#shared/model/periods.ts';
import type { OwnLine } from '#shared/model/scenario.ts';
import { followingCommands } from '#shared/model/shares.ts';
import { isFormulaSeries, type Series, seriesProblems, seriesValue } from '#shared/model/series.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';
import { formatOf, type PlanFigures } from '../figures.ts';
import { useFormulaCheck, useFormulaNames } from '../formula/useFormulaHelp.ts';
import { inputHead } from '../planRows.ts';
import { refusalOf } from '../refusals.ts';
import { usePlanStore } from '../usePlan.ts';
import { readSeries, type SeriesDraft, seriesDraft, type SeriesProblem } from './seriesDraft.ts';
import { modelMessage } from '../modelText.ts';
import { refusalText } from '../faultText.ts';

interface SeriesFormOptions {
  readonly figures: PlanFigures;
  readonly path: string;
  readonly onClose: () => void;
}

export interface SeriesFormState {
  readonly draft: SeriesDraft;
  readonly change: (part: Partial<SeriesDraft>) => void;
  /** Null while all is well. */
  readonly problem: string | null;
  /** What it comes to, period by period; empty while it is not known. */
  readonly preview: readonly (number | null)[];
  readonly format: NumberFormat;
  readonly stored: Series | undefined;
  readonly names: readonly FormulaName[];
  readonly check: FormulaCheck | null;
  readonly save: (event: FormEvent) => void;
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function storedSeries({ document }: PlanFigures, path: string): Series | undefined {
  const stored = inputAt(document, path);
  return isSeries(stored) ? stored : undefined;
}

/** Names that a formula may use without saying whose they are, by the member that the input belongs to. */
function scopeOf({ structure }: PlanFigures, path: string): OwnLine['scope'] {
  const dimension = structure.members.find(({ inputKey }) => path.startsWith(`${inputKey}.`))?.dimension;
  return dimension === 'segments' || dimension === 'queues' || dimension === 'groups' ? dimension : 'plan';
}

function wordsFor(problem: SeriesProblem, t: TFunction): string {
  if (problem.kind === 'badNumber') return t('sheet.series.badNumber', { text: problem.text });
  if (problem.kind === 'tooMany') return t('sheet.series.tooMany', { count: problem.periods });
  return t(`sheet.series.${problem.kind}`);
}

function commandFor(path: string, series: Series): Command {
  if (typeof series === 'number' || isFormulaSeries(series)) return { type: 'setInput', path, value: series };
  if ('values' in series) return { type: 'setInput', path, value: { values: [...series.values] } };
  if ('steps' in series)
    return {
      type: 'setInput',
      path,
      value: { base: series.base, steps: series.steps.map((step) => ({ ...step })) },
    };
  return { type: 'setInput', path, value: { ...series } };
}

/** A share of a queue takes those of the other groups along, so that all of them add up to 1. */
function commandsFor({ document }: PlanFigures, path: string, series: Series): readonly Command[] {
  const others = isFormulaSeries(series) ? [] : followingCommands(document, path, series);
  return [...others, commandFor(path, series)];
}

function whyRefused(figures: PlanFigures, path: string, series: Series, t: TFunction): string | null {
  const refusal = refusalOf(figures.document, path, [{ type: 'setInput', path }, commandFor(path, series)]);
  return refusal === null ? null : refusalText(refusal, figures, t);
}

/** What is typed into the editor of a series, what is wrong with it, what it comes to, and the way into the plan. */
export function useSeriesForm({ figures, path, onClose }: SeriesFormOptions): SeriesFormState {
  const { t } = useTranslation();
  const store = usePlanStore();
  const { structure, locale, values } = figures;
  const format = formatOf(inputHead(figures, path)?.unit ?? 'number', structure.currency);
  const [context] = useState(() => ({
    format,
    locale,
    starts: structure.periods.map(({ start }) => start),
    present: [...(values.get(path)?.values.period ?? [])].filter((value) => !Number.isNaN(value)),
  }));
  const [stored] = useState(() => storedSeries(figures, path));
  const [draft, setDraft] = useState(() => seriesDraft(stored, context));
  const [refused, setRefused] = useState<string | null>(null);
  const scope = scopeOf(figures, path);
  const check = useFormulaCheck({ scope, formula: draft.form === 'formula' ? draft.formula : '' });
  const read = useMemo(() => readSeries(draft, context), [draft, context]);
  const problem = useMemo(
    () => (read.ok ? whyRefused(figures, path, read.value, t) : wordsFor(read.fault, t)),
    [read, figures, path, t],
  );
  const preview = useMemo(() => {
    if (!read.ok) return [];
    const series = read.value;
    if (isFormulaSeries(series)) return check?.preview ?? [];
    return structure.periods.map((period) => seriesValue(series, period, yearFraction(structure.grain)));
  }, [read, check, structure]);
  const wrongFormula = check?.problem ?? null;
  const formulaText =
    wrongFormula === null
      ? null
      : t('lines.problemAt', {
          position: wrongFormula.position + 1,
          message: modelMessage(wrongFormula.message) ?? wrongFormula.message,
        });
  return {
    draft,
    format,
    stored,
    names: useFormulaNames(scope),
    check,
    preview,
    problem: refused ?? problem ?? formulaText,
    change(part) {
      setDraft({ ...draft, ...part });
      setRefused(null);
    },
    save(event) {
      event.preventDefault();
      if (!read.ok || problem !== null || formulaText !== null) return;
      const done = store.run(commandsFor(figures, path, read.value));
      if (done.ok) return onClose();
      store.dismissRefusal();
      setRefused(refusalText(done.fault, figures, t));
    },
  };
}
