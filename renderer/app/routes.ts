import type { ComponentType } from 'react';
import { OverviewScreen } from '#renderer/features/overview/OverviewScreen.tsx';
import { ScenariosScreen } from '#renderer/features/scenarios/ScenariosScreen.tsx';
import {
  IconCalculator,
  IconChartLine,
  IconCoins,
  IconHeadset,
  IconLayoutDashboard,
  IconMathFunction,
  IconStack2,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { DemandScreen } from '#renderer/features/demand/DemandScreen.tsx';
import { StaffingScreen } from '#renderer/features/staffing/StaffingScreen.tsx';
import { PeopleScreen } from '#renderer/features/people/PeopleScreen.tsx';
import { CalculatorScreen } from '#renderer/features/calculator/CalculatorScreen.tsx';
import { BudgetScreen } from '#renderer/features/budget/BudgetScreen.tsx';
import { LinesScreen } from '#renderer/features/lines/LinesScreen.tsx';

export interface Route {
  readonly key:
    | 'overview'
    | 'demand'
    | 'staffing'
    | 'people'
    | 'budget'
    | 'lines'
    | 'calculator'
    | 'scenarios';
  readonly path: string;
  readonly icon: Icon;
  readonly screen: ComponentType;
  /** Shown even when no plan is open. */
  readonly needsNoPlan?: boolean;
}

/** In the order of the chain from sales to money; then what is about plans as a whole. */
export const planRoutes: readonly Route[] = [
  { key: 'overview', path: '/', icon: IconLayoutDashboard, screen: OverviewScreen },
  { key: 'demand', path: '/demand', icon: IconChartLine, screen: DemandScreen },
  { key: 'staffing', path: '/staffing', icon: IconHeadset, screen: StaffingScreen },
  { key: 'people', path: '/people', icon: IconUsers, screen: PeopleScreen },
  { key: 'budget', path: '/budget', icon: IconCoins, screen: BudgetScreen },
  { key: 'lines', path: '/lines', icon: IconMathFunction, screen: LinesScreen },
];

export const libraryRoutes: readonly Route[] = [
  {
    key: 'calculator',
    path: '/calculator',
    icon: IconCalculator,
    screen: CalculatorScreen,
    needsNoPlan: true,
  },
  { key: 'scenarios', path: '/scenarios', icon: IconStack2, screen: ScenariosScreen, needsNoPlan: true },
];

export function routeAt(path: string): Route {
  const routes = [...planRoutes, ...libraryRoutes];
  const [home] = planRoutes;
  const found = routes.find((route) => route.path === path) ?? home;
  if (found === undefined) throw new Error('There are no screens');
  return found;
}
