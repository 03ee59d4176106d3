import { z } from 'zod';

/**
 * What a variant holds of its own: values at paths of the scenario it builds on. Everything else flows through from
 * there. No override lies inside another.
 */
export const overrideSchema = z.strictObject({
  /** As in `paths.ts`, members of lists named by their key. */
  path: z.string().min(1).max(300),
  /** Absent: the variant does without what the base has there. */
  value: z.json().optional(),
  /** Instead of a value, of an input that changes over the plan: its own in these periods, the base's in all others. */
  periods: z
    .array(z.strictObject({ from: z.int().min(0).max(599), values: z.array(z.number()).min(1).max(600) }))
    .min(1)
    .optional(),
  /** For a member that the base does not have: where it stands in the list. */
  place: z.int().min(0).max(100_000).optional(),
});

export type Override = z.infer<typeof overrideSchema>;

function tokensOf(path: string): readonly string[] {
  return path.split('.');
}

/** True when a path names the same place as another, or one inside it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

/** The path of what holds the last part of a path; undefined for a part of the document itself. */
export function parentPath(path: string): string | undefined {
  const tokens = tokensOf(path);
  return tokens.length > 1 ? tokens.slice(0, -1).join('.') : undefined;
}

/** What takes the place of something first, then members that are put in, then single periods, which need the calendar. */
function turn({ place, periods }: Override): number {
  if (periods !== undefined) return 2;
  return place === undefined ? 0 : 1;
}

/** Members that are put in stand in the order of each list, so that every one lands on its place. */
function compared(left: Override, right: Override): number {
  if (turn(left) !== turn(right)) return turn(left) - turn(right);
  if (left.place !== undefined && parentPath(left.path) === parentPath(right.path)) {
    return (left.place ?? 0) - (right.place ?? 0);
  }
  return left.path < right.path ? -1 : Number(left.path > right.path);
}

/** The one order in which overrides are kept and applied. */
export function inOrder(overrides: readonly Override[]): readonly Override[] {
  return overrides.toSorted(compared);
}
