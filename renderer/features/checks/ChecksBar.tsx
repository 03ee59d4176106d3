import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Popover, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCircleCheck, IconExclamationCircle } from '@tabler/icons-react';
import type { PlanCheck } from '#shared/model/checks/define.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { usePlan, usePlanFigures } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { CheckFix } from './CheckFix.tsx';
import { HiringProgress } from './HiringProgress.tsx';
import { CheckLevers } from './CheckLevers.tsx';
import { checkSentence, groupOf, placeOf } from './checkSentence.ts';
import styles from './Checks.module.css';

interface ChecksBarProps {
  /** Shows a number on its screen. */
  readonly onShow: (at: NumberPlace) => void;
}

const severities = ['error', 'warning', 'hint'] as const satisfies readonly PlanCheck['severity'][];
const icons = { error: IconExclamationCircle, warning: IconAlertTriangle, hint: IconBulb };

/** What the plan was found to be wrong or short of; each finding leads to its place. */
export const ChecksBar = memo(function ChecksBar({ onShow }: ChecksBarProps) {
  const { t } = useTranslation();
  // An edit is painted in the grid first, what is found in the plan right after.
  const figures = useDeferredValue(usePlanFigures());
  const isReady = usePlan((state) => state.status === 'ready');
  const isComputing = usePlan((state) => state.isComputing);
  return (
    <footer className={styles.bar} aria-label={t('checks.label')}>
      {isReady && figures !== null && <Chips figures={figures} onShow={onShow} />}
      <HiringProgress />
      <span role="status" className={styles.computing}>
        {isReady && isComputing ? t('checks.computing') : ''}
      </span>
    </footer>
  );
});

interface ChipsProps extends ChecksBarProps {
  readonly figures: PlanFigures;
}

function Chips({ figures, onShow }: ChipsProps) {
  const { t } = useTranslation();
  const checks = usePlan((state) => state.checks);
  if (checks.length === 0) {
    return (
      <span className={styles.fine}>
        <IconCircleCheck size={15} aria-hidden />
        {t('checks.fine')}
      </span>
    );
  }
  return severities.map((severity) => (
    <Chip
      key={severity}
      severity={severity}
      figures={figures}
      checks={checks.filter((check) => check.severity === severity)}
      onShow={onShow}
    />
  ));
}

interface ChipProps extends ChipsProps {
  readonly severity: PlanCheck['severity'];
  readonly checks: readonly PlanCheck[];
}

/** A count that opens into the findings behind it. */
function Chip({ severity, figures, checks, onShow }: ChipProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (checks.length === 0) return null;
  const Icon = icons[severity];
  const number = formatNumber(checks.length, { style: 'integer' }, figures.locale);
  const label = t(`checks.severity.${severity}`, { count: checks.length, number });
  return (
    <Popover
      position="top-start"
      width={520}
      // Below the dialogs, which may be opened by a key while it is there.
      zIndex={190}
      shadow="md"
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={setOpen}
    >
      <Popover.Target>
        <UnstyledButton className={styles.chip} data-tone={severity} onClick={() => setOpen(!isOpen)}>
          <Icon size={15} aria-hidden />
          {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={label}>
        <ul className={styles.findings}>
          {checks.map((check) => (
            <Finding
              key={`${check.kind} ${check.subject} ${check.paths.join(' ')}`}
              check={check}
              figures={figures}
              onShow={(at) => {
                setOpen(false);
                onShow(at);
              }}
            />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

interface FindingProps extends ChipsProps {
  readonly check: PlanCheck;
}

function Finding({ check, figures, onShow }: FindingProps) {
  const { t } = useTranslation();
  const place = placeOf(check, figures);
  const late = check.kind === 'gap-too-late' ? groupOf(check, figures) : undefined;
  return (
    <li className={styles.finding}>
      <p className={styles.sentence}>{checkSentence(check, figures, t)}</p>
      <div className={styles.acts}>
        {place !== null && (
          <Button size="compact-xs" variant="default" onClick={() => onShow(place)}>
            {t('checks.show')}
          </Button>
        )}
        {late !== undefined && <CheckLevers figures={figures} group={late} />}
        {check.fix !== undefined && <CheckFix figures={figures} commands={check.fix} />}
      </div>
    </li>
  );
}
