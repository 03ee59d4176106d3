import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { useLocation } from 'wouter';
import { useScenarioActs } from '#renderer/features/scenarios/useScenarioActs.tsx';
import { useWorkspaceActs } from '#renderer/features/workspaces/useWorkspaceActs.tsx';
import { changingErrands, type Errand, errandNames, errands } from '#renderer/state/errands.ts';
import {
  useLibrary,
  usePlan,
  usePlanSession,
  usePlanStore,
  useViewPart,
  useWorkspaces,
} from '#renderer/state/usePlan.ts';
import type { ViewStore } from '#renderer/state/viewStore.ts';
import { type Language, languageNames, languages } from '../i18n/languages.ts';
import { libraryRoutes, planRoutes, type Route, routeAt } from '../routes.ts';
import { useExplainWanted } from '../useExplainWanted.ts';
import { isTyping } from '../useHistoryKeys.ts';
import type { Session } from '../session.ts';
import { useSession } from '../useSession.ts';
import { type ActionDefinition, type ActionId, allActions, ownActions } from './registry.ts';

export type CommandDialog = 'about' | 'shortcuts' | 'version' | 'import' | 'palette' | 'reason';

/** An action as it stands now: its name in the language of the window, and whether it can be done. */
export interface Action extends ActionDefinition {
  readonly label: string;
  readonly isPossible: boolean;
  readonly run: () => void;
}

const routes: readonly Route[] = [...planRoutes, ...libraryRoutes];
const definitions = allActions(routes);

/** The part of an id behind its dot, where its beginning is the one given. */
function isOf<T extends string>(id: string, group: string, names: readonly T[]): T | undefined {
  return names.find((name) => id === `${group}.${name}`);
}

function labelOf(id: ActionId, t: TFunction): string {
  const route = routes.find(({ key }) => id === `go.${key}`);
  if (route !== undefined) return t('palette.goTo', { screen: t(`navigation.${route.key}`) });
  const language = isOf<Language>(id, 'language', languages);
  if (language !== undefined) return t('palette.speak', { language: languageNames[language] });
  const errand = isOf<Errand>(id, 'do', errandNames);
  if (errand !== undefined) return t(`palette.do.${errand}`);
  const own = ownActions.find((action) => action.id === id);
  return own === undefined ? id : t(own.text);
}

/** Text that is being typed has an undo of its own, which a page reaches in this way only. */
function undoTyping(step: 'undo' | 'redo'): void {
  document.execCommand(step);
}

type Run = Partial<Record<ActionId, () => void>>;

/** Going to each screen that there is something to show on. */
function goings(isReady: boolean, goTo: (path: string) => void): Run {
  return Object.fromEntries(
    routes
      .filter(({ needsNoPlan }) => isReady || needsNoPlan === true)
      .map(({ key, path }) => [`go.${key}`, () => goTo(path)]),
  );
}

/** What is done on a screen: going there, and asking for it. */
function doings(canWrite: boolean, view: ViewStore, goTo: (path: string) => void): Run {
  const ask = (errand: Errand) => () => {
    view.ask(errand);
    goTo(errands[errand]);
  };
  const possible = errandNames.filter((errand) => canWrite || !changingErrands.has(errand));
  return Object.fromEntries(possible.map((errand) => [`do.${errand}`, ask(errand)]));
}

function grains(grain: 'month' | 'week' | undefined, view: ViewStore): Run {
  return {
    'grain.period': () => view.setGrain('period'),
    'grain.quarter': () => view.setGrain('quarter'),
    'grain.year': () => view.setGrain('year'),
    ...(grain === 'week' && { 'grain.month': () => view.setGrain('month') }),
  };
}

function speakings(session: Session): Run {
  return Object.fromEntries(
    languages.map((language) => [`language.${language}`, () => void session.setLanguage(language)]),
  );
}

/** What each action does. One that is absent cannot be done now. */
function useRuns(open: (dialog: CommandDialog) => void): Run {
  const session = useSession();
  const { workspaces, view } = usePlanSession();
  const store = usePlanStore();
  const areChartsOpen = useViewPart((state) => state.areChartsOpen);
  const [path, goTo] = useLocation();
  const scenarioActs = useScenarioActs();
  const workspaceActs = useWorkspaceActs();
  const id = usePlan((state) => state.id);
  const isReady = usePlan((state) => state.status === 'ready');
  const grainOfPlan = usePlan((state) => state.structure?.grain);
  const canUndo = usePlan((state) => state.canUndo);
  const canRedo = usePlan((state) => state.canRedo);
  const scenario = useLibrary((state) => state.scenarios.find((one) => one.id === id));
  const access = useWorkspaces((state) => state.info?.open?.access);
  const canWrite = access !== undefined && access !== 'read-only';
  const route = routeAt(path);
  const showsPlan = isReady && route.needsNoPlan !== true;
  const isExplainShown = useExplainWanted(route);
  const typing = () => isTyping(document.activeElement);
  return {
    ...goings(isReady, goTo),
    ...speakings(session),
    'theme.light': () => void session.setTheme('light'),
    'theme.dark': () => void session.setTheme('dark'),
    'theme.auto': () => void session.setTheme('auto'),
    'help.palette': () => open('palette'),
    'help.shortcuts': () => open('shortcuts'),
    'app.about': () => open('about'),
    'workspace.new': () => workspaces.show('create'),
    'workspace.saveCopy': () => workspaces.show('save-copy'),
    'workspace.download': () => void workspaces.download(),
    ...(canWrite && {
      'scenario.new': scenarioActs.create,
      'scenario.import': () => open('import'),
      'workspace.backUp': () => void workspaceActs.backUp(),
      'workspace.profile': () => workspaces.show('profile'),
    }),
    ...(scenario !== undefined && { 'scenario.export': () => void scenarioActs.exportFile(scenario) }),
    ...(scenario !== undefined &&
      canWrite && {
        'scenario.duplicate': () => void scenarioActs.duplicate(scenario),
        'scenario.variant': () => void scenarioActs.createVariant(scenario),
        'version.save': () => open('version'),
      }),
    ...((canUndo || typing()) && { 'edit.undo': () => (typing() ? undoTyping('undo') : store.undo()) }),
    ...((canRedo || typing()) && { 'edit.redo': () => (typing() ? undoTyping('redo') : store.redo()) }),
    ...(isReady && canWrite && { 'edit.reason': () => open('reason') }),
    ...(isReady && doings(canWrite, view, goTo)),
    ...(isReady && { 'plan.compare': () => goTo('/compare') }),
    ...(showsPlan && {
      'plan.seekGoal': () => view.seekGoal({}),
      'view.explain': () => view.setExplainOpen(!isExplainShown),
      'view.charts': () => view.setChartsOpen(!areChartsOpen),
      ...grains(grainOfPlan, view),
    }),
  };
}

/** Every action of the app as it stands now. */
export function useActionList(open: (dialog: CommandDialog) => void): readonly Action[] {
  const { t } = useTranslation();
  const runs = useRuns(open);
  const labels = useMemo(() => new Map(definitions.map(({ id }) => [id, labelOf(id, t)])), [t]);
  return definitions.map((definition) => {
    const run = runs[definition.id];
    return {
      ...definition,
      label: labels.get(definition.id) ?? definition.id,
      isPossible: run !== undefined,
      run: run ?? (() => undefined),
    };
  });
}
