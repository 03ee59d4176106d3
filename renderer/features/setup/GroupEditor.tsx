import { useTranslation } from 'react-i18next';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { ChoiceField, FieldGrid, InputField, Section, SwitchField, TextField } from './Fields.tsx';
import { GroupHiring } from './GroupHiring.tsx';
import { GroupMoney } from './GroupMoney.tsx';
import { GroupRoutes } from './GroupRoutes.tsx';
import { OpeningCohorts, ShrinkageCauses, SupportRoles } from './GroupParts.tsx';
import { RampCurve } from './RampCurve.tsx';
import { useEdit } from './useEdit.ts';

export type StoredGroup = NonNullable<ScenarioDocument['staffGroups']>[number];

export interface GroupProps {
  readonly figures: PlanFigures;
  readonly group: StoredGroup;
}

/** One team: what it serves, its hours and absences, its people, their pay. */
export function GroupEditor({ figures, id }: { readonly figures: PlanFigures; readonly id: string }) {
  const { t } = useTranslation();
  const group = figures.document.staffGroups?.find((one) => one.id === id);
  if (group === undefined) return null;
  const path = `staffGroups.${id}`;
  const input = (name: string) => <InputField key={name} figures={figures} path={`${path}.${name}`} />;
  return (
    <>
      <GroupRoutes figures={figures} group={group} />
      <Hours figures={figures} group={group} />
      <Section title={t('setup.group.shrinkage')} note={t('setup.group.shrinkageNote')}>
        <ShrinkageCauses figures={figures} group={group} place="outOfOffice" />
        <ShrinkageCauses figures={figures} group={group} place="inOffice" />
      </Section>
      <Section title={t('setup.group.people')}>
        <FieldGrid>
          {['proficientHeadcount', 'fteRatio', 'attrition', 'newHireWeeks', 'newHireFactor'].map(input)}
        </FieldGrid>
        <OpeningCohorts figures={figures} group={group} />
      </Section>
      <Section title={t('setup.group.ramp')} note={t('setup.group.rampNote')}>
        <FieldGrid>
          {['ramp.trainingWeeks', 'trainingDropout', 'ramp.nestingWeeks', 'ramp.nestingProductivity'].map(
            input,
          )}
          {input('ramp.rampWeeks')}
        </FieldGrid>
        <RampCurve figures={figures} group={group} />
      </Section>
      <GroupHiring figures={figures} group={group} />
      <GroupMoney figures={figures} group={group} />
      <SupportRoles figures={figures} group={group} />
    </>
  );
}

const bases = ['workingDays', 'calendar', 'average'] as const;

function Hours({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `staffGroups.${group.id}`;
  return (
    <Section title={t('setup.group.hours')}>
      <FieldGrid>
        <TextField figures={figures} label={t('setup.name')} path={`${path}.name`} />
        <InputField figures={figures} path={`${path}.weeklyHours`} />
        <InputField figures={figures} path={`${path}.workDaysPerWeek`} />
        <ChoiceField
          label={t('setup.group.hoursBasis')}
          hint={t('setup.group.hoursBasisHint')}
          value={group.hoursBasis ?? 'workingDays'}
          options={bases.map((value) => ({ value, label: t(`setup.basis.${value}`) }))}
          onChoose={(value) => edit([{ type: 'setInput', path: `${path}.hoursBasis`, value }])}
        />
        <SwitchField
          figures={figures}
          label={t('setup.group.observesHolidays')}
          path={`${path}.observesHolidays`}
          standard
        />
        <InputField figures={figures} path={`${path}.scheduleEfficiency`} />
      </FieldGrid>
    </Section>
  );
}
