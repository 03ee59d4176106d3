import { Button, Loader, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import styles from './panels.module.css';

interface SavedStateProps {
  readonly state: 'saved' | 'saving' | 'unsaved';
  readonly label: string;
  /** Why it is not saved and what to do, or when it was saved last. */
  readonly detail?: string;
  readonly retryLabel?: string;
  readonly onRetry?: () => void;
}

function StateIcon({ state }: Pick<SavedStateProps, 'state'>) {
  if (state === 'saving') return <Loader size={12} aria-hidden />;
  return state === 'saved' ? (
    <IconCheck size={14} aria-hidden />
  ) : (
    <IconAlertTriangle size={14} aria-hidden />
  );
}

/** Whether the work is on disk. Calm while it is, and never silent when it is not. */
export function SavedState({ state, label, detail, retryLabel, onRetry }: SavedStateProps) {
  return (
    <span className={styles.saved} data-state={state}>
      <Tooltip label={detail} disabled={detail === undefined}>
        <span role="status" className={styles.savedText}>
          <StateIcon state={state} />
          {label}
        </span>
      </Tooltip>
      {state === 'unsaved' && onRetry !== undefined && retryLabel !== undefined && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </span>
  );
}
