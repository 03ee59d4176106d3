import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { duplicateGroup, duplicateQueue } from '#shared/model/newMembers.ts';
import { useErrand } from '#renderer/state/errands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { EventsEditor } from './EventsEditor.tsx';
import { GroupEditor } from './GroupEditor.tsx';
import { HolidayEditor } from './HolidayEditor.tsx';
import { BudgetLinesEditor, DriversEditor } from './ListEditors.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import { QueueEditor } from './QueueEditor.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { SegmentEditor } from './SegmentEditor.tsx';
import { type Part, presentPart, SetupList } from './SetupList.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

/** All that a plan is made of, in one place: what the grids of the other screens have no room for. */
export function SetupScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Setup figures={figures} />;
}

function Setup({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Part>({ kind: 'plan' });
  const part = presentPart(figures.document, chosen);
  useErrand((errand) => {
    if (errand !== 'holidays' && errand !== 'events') return false;
    setChosen({ kind: errand });
    return true;
  });
  return (
    <PlanScreen title={t('setup.title')}>
      <div className={styles.screen}>
        <SetupList figures={figures} part={part} onChoose={setChosen} />
        {/* Each thing has fields of its own: what is half typed in one must not show in another. */}
        <div key={`${part.kind} ${part.id ?? ''}`} className={styles.content}>
          <Head figures={figures} part={part} onChoose={setChosen} />
          <Editor figures={figures} part={part} />
        </div>
      </div>
    </PlanScreen>
  );
}

interface EditorProps {
  readonly figures: PlanFigures;
  readonly part: Part;
}

function Editor({ figures, part }: EditorProps) {
  const id = part.id ?? '';
  switch (part.kind) {
    case 'plan':
      return <PlanEditor figures={figures} />;
    case 'holidays':
      return <HolidayEditor figures={figures} />;
    case 'segments':
      return <SegmentEditor figures={figures} id={id} />;
    case 'queues':
      return <QueueEditor figures={figures} id={id} />;
    case 'staffGroups':
      return <GroupEditor figures={figures} id={id} />;
    case 'events':
      return <EventsEditor figures={figures} />;
    case 'drivers':
      return <DriversEditor figures={figures} />;
    case 'budgetLines':
      return <BudgetLinesEditor figures={figures} />;
  }
}

interface HeadProps extends EditorProps {
  readonly onChoose: (part: Part) => void;
}

/** Name of a member, and what can be done with it as a whole. */
function Head({ figures, part, onChoose }: HeadProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const { document } = figures;
  const { kind, id } = part;
  if (id === undefined || (kind !== 'segments' && kind !== 'queues' && kind !== 'staffGroups')) {
    return (
      <div className={styles.head}>
        <Title order={2} size="h5">
          {t(`setup.part.${kind}`)}
        </Title>
      </div>
    );
  }
  const name = (document[kind] ?? []).find((member) => member.id === id)?.name ?? id;
  const duplicate = (): void => {
    const copyName = t('setup.copyName', { name });
    const added =
      kind === 'queues' ? duplicateQueue(document, id, copyName) : duplicateGroup(document, id, copyName);
    if (edit(added.commands) !== null) return;
    onChoose({ kind, id: added.id });
    if (kind === 'staffGroups') {
      notifications.show({
        message: t('setup.group.copied', { name: copyName }),
        closeButtonProps: { 'aria-label': t('setup.dismiss') },
      });
    }
  };
  return (
    <div className={styles.head}>
      <Title order={2} size="h5">
        {name}
      </Title>
      {kind !== 'segments' && (
        <Button variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={duplicate}>
          {t('setup.duplicate')}
        </Button>
      )}
      <RemoveButton
        figures={figures}
        list={kind}
        id={id}
        name={name}
        onRemoved={() => onChoose({ kind: 'plan' })}
      />
    </div>
  );
}
