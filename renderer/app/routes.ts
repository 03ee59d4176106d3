import type { ComponentType } from 'react';
import { OverviewScreen } from '#renderer/features/overview/OverviewScreen.tsx';
import {
  IconArrowsDiff,
  IconBooks,
  IconBuildingBridge,
  IconCalculator,
  IconChartLine,
  IconCoins,
  IconDatabase,
  IconDoorExit,
  IconHeadset,
  IconLayoutDashboard,
  IconMathFunction,
  IconReport,
  IconReportMoney,
  IconScale,
  IconSettings,
  IconStack2,
  IconTrendingUp,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import {
  AttritionScreen,
  BudgetScreen,
  BusinessCaseScreen,
  CalculatorScreen,
  CompareScreen,
  DemandScreen,
  LibraryScreen,
  LinesScreen,
  PeopleScreen,
  ReportsScreen,
  SalesAnswerScreen,
  ScenariosScreen,
  ServiceValueScreen,
  SourcingScreen,
  SetupScreen,
  StaffingScreen,
  WorkspacesScreen,
} from './screens.ts';

export interface Route {
  readonly key:
    | 'overview'
    | 'setup'
    | 'salesPlan'
    | 'demand'
    | 'staffing'
    | 'people'
    | 'budget'
    | 'businessCase'
    | 'sourcing'
    | 'attrition'
    | 'serviceValue'
    | 'lines'
    | 'reports'
    | 'calculator'
    | 'scenarios'
    | 'compare'
    | 'library'
    | 'workspaces';
  readonly path: string;
  readonly icon: Icon;
  readonly screen: ComponentType;
  /** Shown even when no plan is open. */
  readonly needsNoPlan?: boolean;
}

/** In the order of the chain from sales to money; then what is about plans as a whole. */
export const planRoutes: readonly Route[] = [
  { key: 'overview', path: '/', icon: IconLayoutDashboard, screen: OverviewScreen },
  { key: 'setup', path: '/setup', icon: IconSettings, screen: SetupScreen },
  { key: 'salesPlan', path: '/sales-plan', icon: IconTrendingUp, screen: SalesAnswerScreen },
  { key: 'demand', path: '/demand', icon: IconChartLine, screen: DemandScreen },
  { key: 'staffing', path: '/staffing', icon: IconHeadset, screen: StaffingScreen },
  { key: 'people', path: '/people', icon: IconUsers, screen: PeopleScreen },
  { key: 'budget', path: '/budget', icon: IconCoins, screen: BudgetScreen },
  { key: 'businessCase', path: '/business-case', icon: IconReportMoney, screen: BusinessCaseScreen },
  { key: 'sourcing', path: '/sourcing', icon: IconBuildingBridge, screen: SourcingScreen },
  { key: 'attrition', path: '/attrition', icon: IconDoorExit, screen: AttritionScreen },
  { key: 'serviceValue', path: '/service-value', icon: IconScale, screen: ServiceValueScreen },
  { key: 'lines', path: '/lines', icon: IconMathFunction, screen: LinesScreen },
  { key: 'reports', path: '/reports', icon: IconReport, screen: ReportsScreen },
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
  { key: 'compare', path: '/compare', icon: IconArrowsDiff, screen: CompareScreen },
  { key: 'library', path: '/library', icon: IconBooks, screen: LibraryScreen },
  {
    key: 'workspaces',
    path: '/workspaces',
    icon: IconDatabase,
    screen: WorkspacesScreen,
    needsNoPlan: true,
  },
];

export function routeAt(path: string): Route {
  const routes = [...planRoutes, ...libraryRoutes];
  const [home] = planRoutes;
  const found = routes.find((route) => route.path === path) ?? home;
  if (found === undefined) throw new Error('There are no screens');
  return found;
}
