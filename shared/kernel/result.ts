/**
 * What can go wrong by a user's or a file's doing, as a closed list with a sentence for each.
 *
 * A function that a user can make fail returns a `Result`; a broken assumption throws.
 */
export const faultSentences = {
  'not-found': 'It is no longer there. It may have been deleted in another window.',
  'stale-revision':
    'The plan was changed elsewhere in the meantime. Your edits are applied again on the newer state.',
  'invalid-plan': 'The plan was refused because some of its inputs are not possible.',
  'invalid-input': 'The request was not understood.',
  'invalid-file': 'The file is not a Headroom scenario.',
  'already-open': 'The workspace is open in another window or process. Close it there first.',
  'newer-file':
    'The workspace was written by a newer version of Headroom. Update Headroom to open it; the file was left as it is.',
  'damaged-file': 'The workspace file is damaged or is not a Headroom workspace. It was left as it is.',
  'not-writable':
    'The workspace cannot be written. Check that the disk is not full and that you may write to its folder.',
  'no-workspace': 'No workspace is open. Open one first, or make a new one.',
  'name-taken': 'Another one has this name already.',
  'not-in-plan': 'The plan has nothing of the kind that was asked for.',
  cancelled: 'It was cancelled. Nothing was changed or written.',
  'has-variants': 'Other scenarios build on it. Let them stand on their own first, or delete them.',
  locked: 'An approved version never changes. Save a new version instead.',
  domain: 'An argument is outside the range in which the question makes sense.',
  'unknown-operation': 'This version of Headroom does not know that operation.',
  internal: 'Something went wrong inside Headroom. Nothing was stored. The details are in the log.',
} as const;

export type FaultCode = keyof typeof faultSentences;

/** A problem at one place of a document: where, what was found, what is expected. */
export interface Problem {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

export interface Fault<C extends FaultCode = FaultCode> {
  readonly code: C;
  readonly message: string;
  readonly problems?: readonly Problem[];
}

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Failed<F> = { readonly ok: false; readonly fault: F };
export type Result<T, F = Fault> = Ok<T> | Failed<F>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A failed result. The message defaults to the sentence of its code. */
export function fault<C extends FaultCode>(
  code: C,
  message?: string,
  problems?: readonly Problem[],
): Failed<Fault<C>> {
  const text = message ?? faultSentences[code];
  return {
    ok: false,
    fault: problems === undefined ? { code, message: text } : { code, message: text, problems },
  };
}

/** `path: found …, expected …` — one line for a person. */
export function problemLine(problem: Problem): string {
  return `${problem.path}: found ${problem.found}, expected ${problem.expected}.`;
}
