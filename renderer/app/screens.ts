import { type ComponentType, lazy } from 'react';

const loaders: (() => Promise<unknown>)[] = [];

/** A part that is loaded when it is first shown, or when the first screen has been drawn, whichever comes first. */
function screen<N extends string, P = object>(
  name: N,
  load: () => Promise<Readonly<Record<N, ComponentType<P>>>>,
) {
  loaders.push(load);
  return lazy(async () => ({ default: (await load())[name] }));
}

export const DemandScreen = screen(
  'DemandScreen',
  () => import('#renderer/features/demand/DemandScreen.tsx'),
);
export const SetupScreen = screen('SetupScreen', () => import('#renderer/features/setup/SetupScreen.tsx'));
export const StaffingScreen = screen(
  'StaffingScreen',
  () => import('#renderer/features/staffing/StaffingScreen.tsx'),
);
export const PeopleScreen = screen(
  'PeopleScreen',
  () => import('#renderer/features/people/PeopleScreen.tsx'),
);
export const BudgetScreen = screen(
  'BudgetScreen',
  () => import('#renderer/features/budget/BudgetScreen.tsx'),
);
export const BusinessCaseScreen = screen(
  'BusinessCaseScreen',
  () => import('#renderer/features/businessCase/BusinessCaseScreen.tsx'),
);
export const AttritionScreen = screen(
  'AttritionScreen',
  () => import('#renderer/features/attrition/AttritionScreen.tsx'),
);
export const ServiceValueScreen = screen(
  'ServiceValueScreen',
  () => import('#renderer/features/serviceValue/ServiceValueScreen.tsx'),
);
export const SourcingScreen = screen(
  'SourcingScreen',
  () => import('#renderer/features/sourcing/SourcingScreen.tsx'),
);
export const LinesScreen = screen('LinesScreen', () => import('#renderer/features/lines/LinesScreen.tsx'));
export const ReportsScreen = screen(
  'ReportsScreen',
  () => import('#renderer/features/reports/ReportsScreen.tsx'),
);
export const CalculatorScreen = screen(
  'CalculatorScreen',
  () => import('#renderer/features/calculator/CalculatorScreen.tsx'),
);
export const ScenariosScreen = screen(
  'ScenariosScreen',
  () => import('#renderer/features/scenarios/ScenariosScreen.tsx'),
);
export const WorkspacesScreen = screen(
  'WorkspacesScreen',
  () => import('#renderer/features/workspaces/WorkspacesScreen.tsx'),
);
export const CompareScreen = screen(
  'CompareScreen',
  () => import('#renderer/features/compare/CompareScreen.tsx'),
);
export const LibraryScreen = screen(
  'LibraryScreen',
  () => import('#renderer/features/assumptions/LibraryScreen.tsx'),
);

export const SalesAnswerScreen = screen(
  'SalesAnswerScreen',
  () => import('#renderer/features/salesAnswer/SalesAnswerScreen.tsx'),
);

export const ExplainPanel = screen(
  'ExplainPanel',
  () => import('#renderer/features/explain/ExplainPanel.tsx'),
);
export const GoalSeek = screen('GoalSeek', () => import('#renderer/features/goalSeek/GoalSeek.tsx'));

/** Fetches the other screens while nothing else is to be done, so that going to one never waits. */
export function preloadScreens(): () => void {
  const handle = requestIdleCallback(() => {
    for (const load of loaders) void load();
  });
  return () => cancelIdleCallback(handle);
}
