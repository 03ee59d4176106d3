import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutSidebarRight,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { CompareMenu } from '#renderer/features/compare/CompareMenu.tsx';
import { ScenarioMenu } from '#renderer/features/scenarios/ScenarioMenu.tsx';
import { WorkspaceMenu } from '#renderer/features/workspaces/WorkspaceMenu.tsx';
import { effectiveGrain } from '#renderer/state/figures.ts';
import { stepNames } from '#renderer/state/stepName.ts';
import {
  usePlan,
  usePlanFigures,
  usePlanSession,
  usePlanStore,
  useViewPart,
} from '#renderer/state/usePlan.ts';
import { SavedState } from '#renderer/ui/panels/SavedState.tsx';
import type { Command } from '#shared/model/commands.ts';
import type { Grain } from '#shared/model/periods.ts';
import { AppMenu } from './commands/AppMenu.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './Shell.module.css';
import { faultText } from '#renderer/state/faultText.ts';

interface TopBarProps {
  /** The grain is of no use where no plan is shown. */
  readonly showsPlan: boolean;
  readonly isExplainShown: boolean;
}

/** Its parts know themselves when to be drawn again; typing in a grid is no reason. */
export const TopBar = memo(function TopBar({ showsPlan, isExplainShown }: TopBarProps) {
  const { t } = useTranslation();
  const [, goTo] = useLocation();
  const isReady = usePlan((state) => state.status === 'ready');
  return (
    <header className={styles.top}>
      <AppMenu />
      <span className={styles.brand}>{t('app.name')}</span>
      <WorkspaceMenu onShowAll={() => goTo('/workspaces')} />
      <div className={styles.scenario}>
        <ScenarioMenu onShowAll={() => goTo('/scenarios')} />
      </div>
      {isReady && showsPlan && <GrainSwitch />}
      <div className={styles.end}>
        {isReady && <PlanSaved />}
        {isReady && <HistoryButtons />}
        {isReady && <CompareMenu onShow={() => goTo('/compare')} />}
        {isReady && showsPlan && <GoalSeekButton />}
        {isReady && showsPlan && <ExplainToggle isShown={isExplainShown} />}
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
});

const grainsOf: Readonly<Record<'month' | 'week', readonly Grain[]>> = {
  month: ['period', 'quarter', 'year'],
  week: ['period', 'month', 'quarter', 'year'],
};

/** Month, or week and its 4-4-5 months; quarter; fiscal year. */
function GrainSwitch() {
  const { t } = useTranslation();
  const structure = usePlan((state) => state.structure);
  const { setGrain } = usePlanSession().view;
  const grain = useViewPart((view) => view.grain);
  if (structure === null) return null;
  const nameOf = (option: Grain) =>
    option === 'period' ? t(`grain.${structure.grain}`) : t(`grain.${option}`);
  return (
    <SegmentedControl
      aria-label={t('grain.label')}
      data={grainsOf[structure.grain].map((option) => ({ value: option, label: nameOf(option) }))}
      value={effectiveGrain(structure, grain)}
      onChange={setGrain}
    />
  );
}

function PlanSaved() {
  const { t } = useTranslation();
  const store = usePlanStore();
  const saveState = usePlan((state) => state.saveState);
  const fault = usePlan((state) => state.fault);
  if (saveState !== 'failed') {
    const isSaved = saveState === 'saved';
    return (
      <SavedState
        state={isSaved ? 'saved' : 'saving'}
        label={isSaved ? t('saved.saved') : t('saved.saving')}
      />
    );
  }
  return (
    <SavedState
      state="unsaved"
      label={t('saved.unsaved')}
      {...(fault === null ? {} : { detail: faultText(fault, t) })}
      retryLabel={t('saved.retry')}
      onRetry={() => void store.flush()}
    />
  );
}

function HistoryButtons() {
  const { t } = useTranslation();
  const store = usePlanStore();
  const canUndo = usePlan((state) => state.canUndo);
  const canRedo = usePlan((state) => state.canRedo);
  const undone = useStepText(usePlan((state) => state.nextUndo));
  const redone = useStepText(usePlan((state) => state.nextRedo));
  const undoHint = undone === null ? t('history.undoHint') : t('history.undoStep', { step: undone });
  const redoHint = redone === null ? t('history.redoHint') : t('history.redoStep', { step: redone });
  return (
    <>
      <Tooltip label={undoHint}>
        <ActionIcon aria-label={t('history.undo')} disabled={!canUndo} onClick={() => store.undo()}>
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoHint}>
        <ActionIcon aria-label={t('history.redo')} disabled={!canRedo} onClick={() => store.redo()}>
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

/** What a step changes; null where it is not about inputs. */
function useStepText(commands: readonly Command[]): string | null {
  const { t } = useTranslation();
  const figures = useDeferredValue(usePlanFigures());
  const [name, ...others] = figures === null ? [] : stepNames(figures, commands);
  if (name === undefined) return null;
  return others.length === 0 ? name : t('history.more', { name, count: others.length });
}

function GoalSeekButton() {
  const { t } = useTranslation();
  const { seekGoal } = usePlanSession().view;
  return (
    <Tooltip label={t('goalSeek.open')}>
      <ActionIcon aria-label={t('goalSeek.open')} aria-haspopup="dialog" onClick={() => seekGoal({})}>
        <IconTargetArrow size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function ExplainToggle({ isShown }: { readonly isShown: boolean }) {
  const { t } = useTranslation();
  const { setExplainOpen } = usePlanSession().view;
  const label = isShown ? t('explain.hide') : t('explain.show');
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-pressed={isShown} onClick={() => setExplainOpen(!isShown)}>
        <IconLayoutSidebarRight size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
