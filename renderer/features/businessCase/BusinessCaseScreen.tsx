import { useMemo, useState } from 'react';
import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { CaseLook } from '#shared/model/deciding/decidingWork.ts';
import { WorkProgress } from '#renderer/state/deciding/Progress.tsx';
import { useDeciding } from '#renderer/state/deciding/useDeciding.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { CashPart } from './CashPart.tsx';
import { CaseCharts } from './CaseCharts.tsx';
import { CasePagePart } from './CasePagePart.tsx';
import { CasePart } from './CasePart.tsx';
import { InitiativesPart } from './InitiativesPart.tsx';
import { LibraryDialog } from './LibraryDialog.tsx';
import { SensitivityPart } from './SensitivityPart.tsx';
import { TrackingPart } from './TrackingPart.tsx';
import { WaitingPart } from './WaitingPart.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';

const partNames = ['initiatives', 'case', 'assumptions', 'waiting', 'cash', 'tracking', 'page'] as const;
type PartName = (typeof partNames)[number];

/** What the answer of many runs is needed for. */
const deepParts: ReadonlySet<PartName> = new Set(['assumptions', 'waiting', 'page']);
const wholeLook: CaseLook = { leftOut: [], isFractional: false };

/** What is to be done, what it brings and costs, what that rests on, and what becomes of it. */
export function BusinessCaseScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Parts figures={figures} />;
}

function Parts({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const [wanted, setPart] = useState<PartName>('case');
  const [look, setLook] = useState<CaseLook>(wholeLook);
  const [isAdding, setAdding] = useState(false);
  const { document } = figures;
  const isEmpty = (document.initiatives ?? []).length === 0;
  const part = isEmpty ? 'initiatives' : wanted;
  const asked = useMemo(() => ({ kind: 'case' as const, document, look }), [document, look]);
  const deep = useMemo(() => ({ kind: 'depth' as const, document, look }), [document, look]);
  const working = useDeciding('case', isEmpty ? null : asked);
  const depth = useDeciding('depth', isEmpty || !deepParts.has(part) ? null : deep);
  const answer = isEmpty ? null : working.answer;
  return (
    <PlanScreen
      title={t('businessCase.title')}
      controls={
        <Controls part={part} onPart={setPart} look={look} onLook={setLook} onAdd={() => setAdding(true)} />
      }
      {...(part === 'case' && answer !== null
        ? { charts: <CaseCharts figures={figures} answer={answer} /> }
        : {})}
    >
      <div className={styles.frame}>
        <div className={styles.stack}>
          {!isEmpty && (
            <WorkProgress {...(deepParts.has(part) && working.share === null ? depth : working)} />
          )}
          {part === 'initiatives' && !isEmpty && (
            <InitiativesPart
              figures={figures}
              answer={answer}
              leftOut={look.leftOut}
              onLeftOut={(leftOut) => setLook({ ...look, leftOut })}
            />
          )}
          {isEmpty && <NoInitiatives onAdd={() => setAdding(true)} />}
          {part === 'case' && answer !== null && <CasePart answer={answer} look={look} onLook={setLook} />}
          {part === 'assumptions' && <SensitivityPart figures={figures} depth={depth.answer} />}
          {part === 'waiting' && <WaitingPart figures={figures} answer={answer} depth={depth.answer} />}
          {part === 'cash' && answer !== null && <CashPart figures={figures} answer={answer} />}
          {part === 'tracking' && answer !== null && <TrackingPart answer={answer} />}
          {part === 'page' && answer !== null && (
            <CasePagePart figures={figures} answer={answer} depth={depth.answer} look={look} />
          )}
        </div>
      </div>
      {isAdding && (
        <LibraryDialog
          document={document}
          onClose={() => setAdding(false)}
          onAdded={() => setPart('initiatives')}
        />
      )}
    </PlanScreen>
  );
}

interface ControlsProps {
  readonly part: PartName;
  readonly onPart: (part: PartName) => void;
  readonly look: CaseLook;
  readonly onLook: (look: CaseLook) => void;
  readonly onAdd: () => void;
}

function Controls({ part, onPart, look, onLook, onAdd }: ControlsProps) {
  const { t } = useWords();
  return (
    <>
      <SegmentedControl
        aria-label={t('businessCase.parts')}
        data={partNames.map((value) => ({ value, label: t(`businessCase.part.${value}`) }))}
        value={part}
        onChange={(value) => onPart(partNames.find((name) => name === value) ?? 'case')}
      />
      <Button leftSection={<IconPlus size={14} aria-hidden />} variant="default" onClick={onAdd}>
        {t('businessCase.add')}
      </Button>
      <Switch
        size="xs"
        label={t('businessCase.fractional')}
        checked={look.isFractional}
        onChange={(event) => onLook({ ...look, isFractional: event.currentTarget.checked })}
      />
    </>
  );
}

function NoInitiatives({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('businessCase.none')}
      text={t('businessCase.noneText')}
      action={<Button onClick={onAdd}>{t('businessCase.add')}</Button>}
    />
  );
}
