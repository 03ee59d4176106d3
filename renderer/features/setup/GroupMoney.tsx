import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/model/commands.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { ChoiceField, FieldGrid, InputField, Section } from './Fields.tsx';
import type { GroupProps, StoredGroup } from './GroupEditor.tsx';
import { SlaTiers } from './GroupParts.tsx';
import { useEdit } from './useEdit.ts';

const payKinds = ['hourlyWage', 'annualSalary', 'vendor'] as const;
type PayKind = (typeof payKinds)[number];
const pricings = ['perHour', 'perContact', 'perMinute', 'perFte'] as const;

function payKindOf({ pay, vendor }: StoredGroup): PayKind {
  if (vendor !== undefined) return 'vendor';
  return pay?.annualSalary === undefined ? 'hourlyWage' : 'annualSalary';
}

/** Another kind of pay, as one act, since in between the group would have none or both. */
function payCommands(group: StoredGroup, kind: PayKind): readonly Command[] {
  const path = `staffGroups.${group.id}`;
  if (kind === 'vendor') {
    return [{ type: 'setInput', path: `${path}.vendor`, value: { pricing: 'perHour', price: 0 } }];
  }
  const other = kind === 'hourlyWage' ? 'annualSalary' : 'hourlyWage';
  return [
    { type: 'setInput', path: `${path}.vendor` },
    { type: 'setInput', path: `${path}.pay.${other}` },
    ...(group.pay?.[kind] === undefined
      ? [{ type: 'setInput', path: `${path}.pay.${kind}`, value: 0 } as const]
      : []),
  ];
}

const payInputs = [
  'pay.bonusRate',
  'pay.statutoryBurden',
  'pay.benefitsBurden',
  'pay.overtimeMultiplier',
  'pay.overtimeMax',
];

/** Pay or the price of a partner, and what a person costs besides. */
export function GroupMoney({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `staffGroups.${group.id}`;
  const kind = payKindOf(group);
  const input = (name: string) => <InputField key={name} figures={figures} path={`${path}.${name}`} />;
  const costs = Object.keys(inputDefinitions.groups ?? {}).filter((name) => name.startsWith('costs.'));
  return (
    <Section title={t('setup.pay.title')}>
      <FieldGrid>
        <ChoiceField
          label={t('setup.pay.kind')}
          value={kind}
          options={payKinds.map((value) => ({ value, label: t(`setup.pay.kinds.${value}`) }))}
          onChoose={(value) => edit(payCommands(group, value))}
        />
        {kind === 'vendor' ? (
          <>
            <ChoiceField
              label={t('setup.vendor.pricing')}
              value={group.vendor?.pricing ?? 'perHour'}
              options={pricings.map((value) => ({ value, label: t(`setup.vendor.pricings.${value}`) }))}
              onChoose={(value) => edit([{ type: 'setInput', path: `${path}.vendor.pricing`, value }])}
            />
            {input('vendor.price')}
          </>
        ) : (
          <>
            {input(`pay.${kind}`)}
            {payInputs.map(input)}
            {costs.map(input)}
          </>
        )}
      </FieldGrid>
      {kind === 'vendor' && <SlaTiers figures={figures} group={group} />}
    </Section>
  );
}
