import type { Translate } from '#renderer/state/members.ts';
import { modelMessage } from '#renderer/state/modelText.ts';
import type { LineField, LineProblem } from './lineDraft.ts';

/** What stands under each field; null where all is well. */
export interface FieldMessages extends Readonly<Record<LineField, string | null>> {
  readonly other: string | null;
}

function textOf({ field, kind, problem }: LineProblem, t: Translate): string {
  if (kind === 'empty') return t(field === 'formula' ? 'lines.problem.noFormula' : 'lines.problem.empty');
  if (kind === 'notANumber' || problem === undefined) return t('lines.problem.notANumber');
  const said = (text: string) => modelMessage(text) ?? text;
  return t('refusal.found', { found: said(problem.found), expected: said(problem.expected) });
}

/** A field that is merely empty is not held against anybody before saving was tried. */
export function fieldMessages(
  problems: readonly LineProblem[],
  { isTried, t }: { readonly isTried: boolean; readonly t: Translate },
): FieldMessages {
  const told = problems.filter(({ kind }) => isTried || kind !== 'empty');
  const messageOf = (field: LineField | null): string | null => {
    const first = told.find((problem) => problem.field === field);
    return first === undefined ? null : textOf(first, t);
  };
  return {
    name: messageOf('name'),
    id: messageOf('id'),
    formula: messageOf('formula'),
    target: messageOf('target'),
    other: messageOf(null),
  };
}
