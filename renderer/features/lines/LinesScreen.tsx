import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useErrand } from '#renderer/state/errands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { PlanSheet } from '#renderer/state/PlanSheet.tsx';
import { usePlanFigures, usePlanStore } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { placeOf, removeCommand, type StoredLine } from './lineDraft.ts';
import { LineEditor } from './LineEditor.tsx';
import { LineList } from './LineList.tsx';
import { ownLineRows } from './ownLineRows.ts';
import styles from './Lines.module.css';

/** Measures of the user's own: what they are, and what they come to. */
export function LinesScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Lines figures={figures} />;
}

const none: readonly StoredLine[] = [];

function Lines({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const [edited, setEdited] = useState<StoredLine | 'new' | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const { document, structure } = figures;
  const lines = document.ownLines ?? none;
  useErrand((errand) => {
    if (errand === 'addLine') setEdited('new');
    return errand === 'addLine';
  });
  const rows = useMemo(() => ownLineRows(structure, lines), [structure, lines]);
  const remove = (line: StoredLine): void => {
    const place = placeOf(document, line);
    if (place === undefined || !store.run([removeCommand(place)]).ok) return;
    // Its row and the button that was pressed are gone.
    addButton.current?.focus();
    notifications.show({
      message: t('lines.deleted', { name: line.name ?? line.id }),
      closeButtonProps: { 'aria-label': t('lines.dismiss') },
    });
  };
  return (
    <PlanScreen
      title={t('lines.title')}
      controls={
        <Button
          ref={addButton}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('lines.add')}
        </Button>
      }
    >
      {lines.length === 0 ? (
        <EmptyState title={t('lines.none')} text={t('lines.noneText')} />
      ) : (
        <div className={styles.screen}>
          <LineList figures={figures} lines={lines} onEdit={setEdited} onRemove={remove} />
          <div className={styles.sheet}>
            <PlanSheet label={t('lines.grid')} rows={rows} />
          </div>
        </div>
      )}
      {edited !== null && (
        <LineEditor
          figures={figures}
          line={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </PlanScreen>
  );
}
