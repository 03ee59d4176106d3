import { useMediaQuery } from '@mantine/hooks';
import { useViewPart } from '#renderer/state/usePlan.ts';
import type { Route } from './routes.ts';

/** Their figures carry their own explanations; what goes on to a number of the plan opens the panel by itself. */
const explainingThemselves: ReadonlySet<Route['key']> = new Set([
  'setup',
  'reports',
  'businessCase',
  'sourcing',
  'attrition',
  'serviceValue',
]);

/**
 * Whether the explanation stands beside a screen: once a number is asked for, and until then its room belongs to the
 * screen. In reports there is nothing to explain; a narrow window has room for the plan only.
 */
export function useExplainWanted({ key }: Route): boolean {
  const isExplainOpen = useViewPart((view) => view.isExplainOpen);
  const hasNumber = useViewPart((view) => view.trail.length > 0);
  const isNarrow = !useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false });
  return isExplainOpen ?? (hasNumber && !isNarrow && !explainingThemselves.has(key));
}
