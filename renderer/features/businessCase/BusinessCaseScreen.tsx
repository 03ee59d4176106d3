import { useMemo, useState } from 'react';
import { Alert, Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { CaseAnswer, CaseLook, DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { WorkProgress } from '#renderer/state/deciding/Progress.tsx';
import { useDeciding } from '#renderer/state/deciding/useDeciding.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { useErrand } from '#renderer/state/errands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { AutomationPart } from './AutomationPart.tsx';
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

const partNames = [
  'initiatives',
  'case',
  'automation',
  'assumptions',
  'waiting',
  'cash',
  'tracking',
  'page',
] as const;
type PartName = (typeof partNames)[number];

/** What the answer of many runs is needed for. */
const deepParts: ReadonlySet<PartName> = new Set(['assumptions', 'waiting', 'page']);
/** What there is something to do in before there is an initiative. */
const partsWithoutInitiatives: ReadonlySet<PartName> = new Set(['initiatives', 'automation', 'waiting']);
/** Where nothing else says that fractions of agents are counted. */
const fractionalParts: ReadonlySet<PartName> = new Set(['assumptions', 'waiting', 'cash', 'tracking']);
const wholeLook: CaseLook = { isFractional: false };

/** What is to be done, what it brings and costs, what that rests on, and what becomes of it. */
export function BusinessCaseScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Parts figures={figures} />;
}

/** The answers that a part needs; nothing is worked out for one that needs none. */
function useCase(document: ScenarioDocument, look: CaseLook, part: PartName, isEmpty: boolean) {
  const isAsked = !isEmpty || part === 'waiting';
  const isDeep = !isEmpty && deepParts.has(part);
  const asked = useMemo(() => ({ kind: 'case' as const, document, look }), [document, look]);
  const deep = useMemo(() => ({ kind: 'depth' as const, document, look }), [document, look]);
  const working = useDeciding('case', isAsked ? asked : null);
  const depth = useDeciding('depth', isDeep ? deep : null);
  return {
    answer: isAsked ? working.answer : null,
    depth: isDeep ? depth.answer : null,
    progress: isDeep && working.share === null ? depth : working,
  };
}

function Parts({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const [wanted, setPart] = useState<PartName>('case');
  const [look, setLook] = useState<CaseLook>(wholeLook);
  /** Template that the library opens with; null while it is closed. */
  const [adding, setAdding] = useState<string | null>(null);
  useErrand((errand) => {
    if (errand === 'addInitiative') setAdding('');
    return errand === 'addInitiative';
  });
  const [automation, setAutomation] = useState<string | null>(null);
  const { document } = figures;
  const isEmpty = (document.initiatives ?? []).length === 0;
  const part = isEmpty && !partsWithoutInitiatives.has(wanted) ? 'initiatives' : wanted;
  const found = useCase(document, look, part, isEmpty);
  const { answer } = found;
  return (
    <PlanScreen
      title={t('businessCase.title')}
      controls={<Controls part={part} isEmpty={isEmpty} onPart={setPart} onAdd={() => setAdding('')} />}
      {...(part === 'case' && answer !== null
        ? { charts: <CaseCharts figures={figures} answer={answer} /> }
        : {})}
    >
      <div key={part} className={styles.frame}>
        <div className={styles.stack}>
          {part !== 'automation' && <WorkProgress {...found.progress} />}
          {look.isFractional && fractionalParts.has(part) && (
            <Alert variant="light">{t('businessCase.isFractional')}</Alert>
          )}
          <CaseView
            figures={figures}
            part={part}
            look={look}
            onLook={setLook}
            automation={automation}
            onAutomation={(id) => {
              setAutomation(id);
              setPart('automation');
            }}
            onAdd={setAdding}
            {...found}
          />
        </div>
      </div>
      {adding !== null && (
        <LibraryDialog
          document={document}
          {...(adding === '' ? {} : { first: adding })}
          onClose={() => setAdding(null)}
          onAdded={(id) => {
            setAutomation(id);
            setPart(part === 'automation' ? part : 'initiatives');
          }}
        />
      )}
    </PlanScreen>
  );
}

interface CaseViewProps {
  readonly figures: PlanFigures;
  readonly part: PartName;
  readonly look: CaseLook;
  readonly onLook: (look: CaseLook) => void;
  /** The automation that is looked at, by its initiative. */
  readonly automation: string | null;
  readonly onAutomation: (id: string) => void;
  /** Opens the library at a template; at its beginning for an empty name. */
  readonly onAdd: (template: string) => void;
  readonly answer: CaseAnswer | null;
  readonly depth: DepthAnswer | null;
}

function CaseView(props: CaseViewProps) {
  const { figures, part, look, onLook, automation, onAutomation, onAdd, answer, depth } = props;
  switch (part) {
    case 'initiatives':
      return (figures.document.initiatives ?? []).length === 0 ? (
        <NoInitiatives onAdd={() => onAdd('')} />
      ) : (
        <InitiativesPart figures={figures} answer={answer} onAutomation={onAutomation} />
      );
    case 'automation':
      return (
        <AutomationPart
          figures={figures}
          chosen={automation}
          onChoose={onAutomation}
          onAdd={() => onAdd('chatbot')}
        />
      );
    case 'assumptions':
      return <SensitivityPart figures={figures} depth={depth} />;
    case 'waiting':
      return <WaitingPart figures={figures} answer={answer} depth={depth} />;
    case 'case':
      return answer && <CasePart answer={answer} look={look} onLook={onLook} />;
    case 'cash':
      return answer && <CashPart figures={figures} answer={answer} />;
    case 'tracking':
      return answer && <TrackingPart figures={figures} answer={answer} />;
    case 'page':
      return answer && <CasePagePart figures={figures} answer={answer} depth={depth} look={look} />;
  }
}

interface ControlsProps {
  readonly part: PartName;
  readonly isEmpty: boolean;
  readonly onPart: (part: PartName) => void;
  readonly onAdd: () => void;
}

function Controls({ part, isEmpty, onPart, onAdd }: ControlsProps) {
  const { t } = useWords();
  return (
    <>
      <div className={styles.parts}>
        <SegmentedControl
          aria-label={t('businessCase.parts')}
          data={partNames.map((value) => ({
            value,
            label: t(`businessCase.part.${value}`),
            disabled: isEmpty && !partsWithoutInitiatives.has(value),
          }))}
          value={part}
          onChange={(value) => onPart(partNames.find((name) => name === value) ?? 'case')}
        />
      </div>
      <Button leftSection={<IconPlus size={14} aria-hidden />} variant="default" onClick={onAdd}>
        {t('businessCase.add')}
      </Button>
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
