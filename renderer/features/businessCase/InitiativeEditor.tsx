import { Alert, Button } from '@mantine/core';
import { ChoiceField, NumberField, TextField } from '#renderer/state/deciding/fields.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { inputValueText } from '#renderer/state/inputWords.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { EffectRows } from './EffectRows.tsx';
import type { StoredInitiative } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface InitiativeEditorProps {
  readonly figures: PlanFigures;
  readonly initiative: StoredInitiative;
}

interface EditorProps extends InitiativeEditorProps {
  /** To the numbers that the effects of an automation are worked out from. */
  readonly onAutomation: () => void;
}

const benefitTypes = ['cashable', 'avoidedHire', 'capacity', 'soft'] as const;

/** Everything that is entered about an initiative. */
export function InitiativeEditor({ figures, initiative, onAutomation }: EditorProps) {
  const { t } = useWords();
  const path = `initiatives.${initiative.id}`;
  return (
    <div className={styles.panel}>
      <Section title={t('businessCase.editTitle', { name: initiative.name ?? initiative.id })}>
        <div className={styles.fields}>
          <TextField label={t('businessCase.name')} path={`${path}.name`} width={280} />
          <TextField label={t('businessCase.start')} path={`${path}.start`} type="date" />
          <NumberField
            label={t('businessCase.ramp')}
            path={`${path}.rampMonths`}
            unit="months"
            standard={0}
          />
          <NumberField label={t('businessCase.oneOff')} path={`${path}.oneOff`} unit="money" standard={0} />
          <Recurring figures={figures} initiative={initiative} />
          <ChoiceField
            label={t('businessCase.benefitType')}
            path={`${path}.benefitType`}
            standard=""
            width={260}
            choices={[
              { value: '', label: t('businessCase.benefitTypes.none') },
              ...benefitTypes.map((value) => ({ value, label: t(`businessCase.benefitTypes.${value}`) })),
            ]}
          />
          <TextField label={t('businessCase.kpi')} path={`${path}.kpi`} />
          <TextField label={t('businessCase.priority')} path={`${path}.priority`} />
          <KpiTarget initiative={initiative} />
        </div>
      </Section>
      <Section title={t('businessCase.effects')} note={t('businessCase.effectsNote')}>
        {initiative.automation !== undefined && (
          <Alert variant="light" mb={8}>
            {t('automation.effectsNote')}{' '}
            <Button size="compact-xs" variant="default" onClick={onAutomation}>
              {t('automation.goTo')}
            </Button>
          </Alert>
        )}
        <EffectRows figures={figures} initiative={initiative} root={path} />
      </Section>
      <CancelledHires initiative={initiative} />
    </div>
  );
}

/** A running cost that changes over the plan is told in words, and becomes one number where that is wanted. */
function Recurring({ figures, initiative }: InitiativeEditorProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const path = `initiatives.${initiative.id}.recurring`;
  const { recurring } = initiative;
  if (recurring === undefined || typeof recurring === 'number') {
    return <NumberField label={t('businessCase.recurring')} path={path} unit="moneyPerMonth" standard={0} />;
  }
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t('businessCase.recurring')}</span>
      <span>{inputValueText(figures, t, path, recurring)}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => store.run([{ type: 'setInput', path, value: 0 }])}
      >
        {t('businessCase.oneNumber')}
      </Button>
    </div>
  );
}

function KpiTarget({ initiative }: Pick<InitiativeEditorProps, 'initiative'>) {
  const { t } = useWords();
  const store = usePlanStore();
  const path = `initiatives.${initiative.id}.kpiTarget`;
  if (initiative.kpiTarget === undefined) {
    return (
      <div className={styles.field}>
        <span className={styles.label}>{t('businessCase.kpiPromise')}</span>
        <Button
          variant="default"
          onClick={() => store.run([{ type: 'setInput', path, value: { from: 0, to: 1 } }])}
        >
          {t('businessCase.addTarget')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <NumberField label={t('businessCase.kpiFrom')} path={`${path}.from`} unit="number" />
      <NumberField label={t('businessCase.kpiTo')} path={`${path}.to`} unit="number" />
      <Button variant="default" mt={18} onClick={() => store.run([{ type: 'setInput', path }])}>
        {t('businessCase.dropTarget')}
      </Button>
    </>
  );
}

function CancelledHires({ initiative }: Pick<InitiativeEditorProps, 'initiative'>) {
  const { t } = useWords();
  const store = usePlanStore();
  const { cancelledHires = [], id } = initiative;
  if (cancelledHires.length === 0) return null;
  const path = `initiatives.${id}.cancelledHires`;
  return (
    <Section title={t('businessCase.cancelled')} note={t('businessCase.cancelledNote')}>
      <div className={styles.stack}>
        {cancelledHires.map(({ group, date }, place) => (
          <div key={`${group} ${date}`} className={styles.fields}>
            <NumberField
              label={t('businessCase.cancelledOn', { group, date })}
              path={`${path}[${place}].people`}
              unit="people"
            />
            <Button
              mt={18}
              variant="default"
              onClick={() => store.run([{ type: 'setInput', path: `${path}[${place}]` }])}
            >
              {t('businessCase.hireAgain')}
            </Button>
          </div>
        ))}
      </div>
    </Section>
  );
}
