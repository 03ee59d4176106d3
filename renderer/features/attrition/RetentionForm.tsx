import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import type { RetentionProgramme } from '#shared/model/deciding/attrition/retention.ts';
import { isJson } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { DraftNumber } from '#renderer/state/deciding/DraftNumber.tsx';
import { FigureTable } from '#renderer/state/deciding/FigureTable.tsx';
import { WorkProgress } from '#renderer/state/deciding/Progress.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useDeciding } from '#renderer/state/deciding/useDeciding.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface RetentionFormProps {
  readonly document: ScenarioDocument;
  readonly groupId: string;
}

type Numbers = Pick<
  RetentionProgramme,
  'rampMonths' | 'attritionFactor' | 'oneOff' | 'costPerHead' | 'confidence'
>;

const first: Numbers = { rampMonths: 6, attritionFactor: 0.85, oneOff: 0, costPerHead: 0, confidence: 0.7 };

function freeId(document: ScenarioDocument): string {
  const taken = new Set((document.initiatives ?? []).map(({ id }) => id));
  if (!taken.has('retention')) return 'retention';
  let number = 2;
  while (taken.has(`retention${number}`)) number += 1;
  return `retention${number}`;
}

/** A programme that keeps people: what it promises and costs, what it would add to the case, and a way into the plan. */
export function RetentionForm({ document, groupId }: RetentionFormProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const [numbers, setNumbers] = useState(first);
  const task = useMemo(() => {
    const { start } = document.calendar;
    const id = freeId(document);
    const programme = { ...numbers, id, name: t('attrition.programmeName'), groupId, start };
    return { kind: 'retention' as const, document, programme };
  }, [document, groupId, numbers, t]);
  const working = useDeciding('retention', task);
  const { answer } = working;
  const add = (): void => {
    if (answer === null || !isJson(answer.initiative)) return;
    const place = (document.initiatives ?? []).length;
    store.run([{ type: 'insertMember', path: 'initiatives', place, member: answer.initiative }]);
  };
  return (
    <Section title={t('attrition.programme')} note={t('attrition.programmeNote')}>
      <ProgrammeFields numbers={numbers} onChange={setNumbers} />
      {answer !== null && (
        <FigureTable
          label={t('attrition.programme')}
          figures={[
            answer.part.inOrder.npv,
            answer.part.inOrder.payback,
            answer.part.inOrder.roi,
            answer.part.inOrder.benefit,
            answer.part.inOrder.investment,
          ]}
        />
      )}
      <div className={`${styles.fields} ${styles.inline} ${styles.below}`}>
        <Button disabled={answer === null || working.share !== null} onClick={add}>
          {t('attrition.addProgramme')}
        </Button>
        <WorkProgress {...working} />
      </div>
    </Section>
  );
}

interface ProgrammeFieldsProps {
  readonly numbers: Numbers;
  readonly onChange: (numbers: Numbers) => void;
}

function ProgrammeFields({ numbers, onChange }: ProgrammeFieldsProps) {
  const { t } = useWords();
  return (
    <div className={styles.fields}>
      <DraftNumber
        label={t('attrition.fewer')}
        unit="share"
        low={0}
        high={1}
        value={Number((1 - numbers.attritionFactor).toFixed(10))}
        onChange={(fewer) => onChange({ ...numbers, attritionFactor: 1 - fewer })}
      />
      <DraftNumber
        label={t('attrition.perHead')}
        unit="moneyPerMonth"
        low={0}
        value={numbers.costPerHead}
        onChange={(costPerHead) => onChange({ ...numbers, costPerHead })}
      />
      <DraftNumber
        label={t('attrition.oneOff')}
        unit="money"
        low={0}
        value={numbers.oneOff}
        onChange={(oneOff) => onChange({ ...numbers, oneOff })}
      />
      <DraftNumber
        label={t('attrition.ramp')}
        unit="months"
        low={0}
        value={numbers.rampMonths}
        onChange={(rampMonths) => onChange({ ...numbers, rampMonths })}
      />
      <DraftNumber
        label={t('attrition.confidence')}
        unit="share"
        low={0}
        high={1}
        value={numbers.confidence}
        onChange={(confidence) => onChange({ ...numbers, confidence })}
      />
    </div>
  );
}
