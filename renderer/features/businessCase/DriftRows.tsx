import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { NumberField, TextField } from '#renderer/state/deciding/fields.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { EffectRows } from './EffectRows.tsx';
import { freeInitiativeId } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

/** What happens if nothing is done: what drifts, from when, how slowly, and which inputs it moves. */
export function DriftRows({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const store = usePlanStore();
  const { document } = figures;
  const drift = document.statusQuoDrift ?? [];
  const add = (): void => {
    const member = {
      id: freeInitiativeId(drift),
      name: t('businessCase.newDrift'),
      start: document.calendar.start,
    };
    store.run([{ type: 'insertMember', path: 'statusQuoDrift', place: drift.length, member }]);
  };
  return (
    <div className={styles.stack}>
      {drift.map((one) => {
        const root = `statusQuoDrift.${one.id}`;
        return (
          <div key={one.id} className={styles.panel}>
            <div className={styles.fields}>
              <TextField label={t('businessCase.driftName')} path={`${root}.name`} width={280} />
              <TextField label={t('businessCase.driftFrom')} path={`${root}.start`} type="date" />
              <NumberField
                label={t('businessCase.driftRamp')}
                path={`${root}.rampMonths`}
                unit="months"
                standard={0}
              />
              <Button mt={18} variant="default" onClick={() => store.run([{ type: 'setInput', path: root }])}>
                {t('businessCase.remove', { name: one.name ?? one.id })}
              </Button>
            </div>
            <EffectRows figures={figures} initiative={one} root={root} />
          </div>
        );
      })}
      <div>
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {t('businessCase.addDrift')}
        </Button>
      </div>
    </div>
  );
}
