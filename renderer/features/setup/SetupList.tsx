import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { addGroup, freeId } from '#shared/model/newMembers.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { type Errand, useErrand } from '#renderer/state/errands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { AddQueueDialog } from './AddQueueDialog.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

const memberKinds = ['segments', 'queues', 'staffGroups'] as const;
type MemberKind = (typeof memberKinds)[number];
const firstKinds = ['plan', 'holidays'] as const;
const lastKinds = ['events', 'drivers', 'budgetLines'] as const;

/** What is being edited: a part of the plan, or one member of a list. */
export interface Part {
  readonly kind: MemberKind | (typeof firstKinds)[number] | (typeof lastKinds)[number];
  readonly id?: string;
}

function isMemberKind(kind: Part['kind']): kind is MemberKind {
  return memberKinds.some((member) => member === kind);
}

/** The part that was chosen, or the plan where it is gone, as after an undo. */
export function presentPart(document: ScenarioDocument, part: Part): Part {
  const { kind, id } = part;
  if (!isMemberKind(kind)) return part;
  return (document[kind] ?? []).some((member) => member.id === id) ? part : { kind: 'plan' };
}

interface SetupListProps {
  readonly figures: PlanFigures;
  readonly part: Part;
  readonly onChoose: (part: Part) => void;
}

/** What adds a member of each kind; a queue is asked about first. */
function useAdding(
  { document, ...others }: PlanFigures,
  onChoose: (part: Part) => void,
  onQueue: () => void,
): Readonly<Record<MemberKind, () => void>> {
  const { t } = useTranslation();
  const edit = useEdit({ document, ...others });
  const addSegment = (): void => {
    const segments = document.segments ?? [];
    const name = t('setup.segment.newName');
    const ids = segments.map(({ id }) => id);
    const id = freeId(name, ids, 'segment');
    const member = { id, name, openingCustomers: 0 };
    const refused = edit([{ type: 'insertMember', path: 'segments', place: segments.length, member }]);
    if (refused === null) onChoose({ kind: 'segments', id });
  };
  return {
    segments: addSegment,
    queues: onQueue,
    staffGroups: () => {
      const added = addGroup(document, t('setup.group.newName'));
      if (edit(added.commands) === null) onChoose({ kind: 'staffGroups', id: added.id });
    },
  };
}

const addedBy: Readonly<Partial<Record<Errand, MemberKind>>> = {
  addSegment: 'segments',
  addQueue: 'queues',
  addGroup: 'staffGroups',
};

/** All that can be edited, in the order of the chain. */
export function SetupList({ figures, part, onChoose }: SetupListProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const { document } = figures;
  const item = (wanted: Part, label: string) => (
    <li key={`${wanted.kind} ${wanted.id ?? ''}`}>
      <UnstyledButton
        className={styles.item}
        title={label}
        aria-current={part.kind === wanted.kind && part.id === wanted.id}
        onClick={() => onChoose(wanted)}
      >
        {label}
      </UnstyledButton>
    </li>
  );
  const add = useAdding(figures, onChoose, () => setAdding(true));
  useErrand((errand) => {
    const kind = addedBy[errand];
    if (kind !== undefined) add[kind]();
    return kind !== undefined;
  });
  const list = { listStyle: 'none', margin: 0, padding: 0 } as const;
  return (
    <nav className={styles.list} aria-label={t('setup.parts')}>
      <ul style={list}>{firstKinds.map((kind) => item({ kind }, t(`setup.part.${kind}`)))}</ul>
      {memberKinds.map((kind) => (
        <div key={kind}>
          <div className={styles.listHead}>
            <span>{t(`setup.part.${kind}`)}</span>
            <ActionIcon variant="subtle" size="sm" aria-label={t(`setup.add.${kind}`)} onClick={add[kind]}>
              <IconPlus size={14} aria-hidden />
            </ActionIcon>
          </div>
          <ul style={list}>{(document[kind] ?? []).map(({ id, name = id }) => item({ kind, id }, name))}</ul>
        </div>
      ))}
      <div className={styles.listHead}>
        <span>{t('setup.part.more')}</span>
      </div>
      <ul style={list}>{lastKinds.map((kind) => item({ kind }, t(`setup.part.${kind}`)))}</ul>
      {isAdding && (
        <AddQueueDialog
          figures={figures}
          onAdded={(id) => onChoose({ kind: 'queues', id })}
          onClose={() => setAdding(false)}
        />
      )}
    </nav>
  );
}
