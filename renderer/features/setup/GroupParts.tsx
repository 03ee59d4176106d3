import { useTranslation } from 'react-i18next';
import { ActionIcon, Button, Checkbox, Table } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { freeId } from '#shared/model/newMembers.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { FieldGrid, InputField, Section } from './Fields.tsx';
import type { GroupProps } from './GroupEditor.tsx';
import { PercentInput } from './PercentInput.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

interface CausesProps extends GroupProps {
  readonly place: 'outOfOffice' | 'inOffice';
}

/** Why paid time is not there for contacts, a line for each cause. */
export function ShrinkageCauses({ figures, group, place }: CausesProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `staffGroups.${group.id}.shrinkage.${place}`;
  const causes = Object.entries(group.shrinkage?.[place] ?? {});
  const names = causes.map(([name]) => name);
  const title = t(`setup.shrinkage.${place}`);
  const rename = (from: string) => (text: string) => {
    const to = freeId(
      text,
      names.filter((name) => name !== from),
      'cause',
    );
    const renamed = Object.fromEntries(causes.map(([name, value]) => [name === from ? to : name, value]));
    const plain: unknown = JSON.parse(JSON.stringify(renamed));
    return text.trim() === '' || !isJsonRecord(plain)
      ? t('setup.needsName')
      : edit([{ type: 'setInput', path, value: plain }]);
  };
  return (
    <section aria-label={title}>
      <strong>{title}</strong>
      {causes.map(([name]) => (
        <div key={name} className={styles.cause}>
          <DraftInput
            label={t('setup.shrinkage.nameOf', { name })}
            value={name}
            width={180}
            onCommit={rename(name)}
          />
          <InputField
            figures={figures}
            path={`${path}.${name}`}
            label={t('setup.shrinkage.shareOf', { name })}
          />
          <ActionIcon
            aria-label={t('setup.removeNamed', { name })}
            onClick={() => edit([{ type: 'setInput', path: `${path}.${name}` }])}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.tools}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={() =>
            edit([{ type: 'setInput', path: `${path}.${freeId('', names, 'cause')}`, value: 0 }])
          }
        >
          {t('setup.shrinkage.add')}
        </Button>
      </div>
    </section>
  );
}

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

function isJsonRecord(value: unknown): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null;
}

/** People who joined shortly before the plan begins and are not fully productive yet. */
export function OpeningCohorts({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `staffGroups.${group.id}.openingCohorts`;
  const cohorts = group.openingCohorts ?? [];
  const add = () =>
    edit([
      { type: 'insertMember', path, place: cohorts.length, member: { weeksSinceJoining: 4, people: 1 } },
    ]);
  return (
    <section aria-label={t('setup.group.cohorts')}>
      <strong>{t('setup.group.cohorts')}</strong>
      {cohorts.map((_, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className={styles.tools} style={{ marginBottom: 2, alignItems: 'center' }}>
          <FieldGrid>
            <InputField figures={figures} path={`${path}[${place}].weeksSinceJoining`} />
            <InputField figures={figures} path={`${path}[${place}].people`} />
          </FieldGrid>
          <ActionIcon
            aria-label={t('setup.group.removeCohort', { number: place + 1 })}
            onClick={() => edit([{ type: 'setInput', path: `${path}[${place}]` }])}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.tools}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={add}
        >
          {t('setup.group.addCohort')}
        </Button>
      </div>
    </section>
  );
}

/** Team leads, trainers, analysts: one for so many agents. */
export function SupportRoles({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `staffGroups.${group.id}.support`;
  const roles = group.support ?? [];
  const freeRole = (): string => {
    const base = t('setup.support.newRole');
    let [role, number] = [base, 2];
    while (roles.some((one) => one.role === role)) {
      role = `${base} ${number}`;
      number += 1;
    }
    return role;
  };
  return (
    <Section title={t('setup.support.title')} note={t('setup.support.note')}>
      {roles.map(({ role, seat = true }, place) => (
        <SupportRole key={role} figures={figures} path={path} place={place} role={role} seat={seat} />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          edit([
            {
              type: 'insertMember',
              path,
              place: roles.length,
              member: { role: freeRole(), span: 12, annualSalary: 0 },
            },
          ])
        }
      >
        {t('setup.support.add')}
      </Button>
    </Section>
  );
}

interface SupportRoleProps {
  readonly figures: GroupProps['figures'];
  /** Of the list of roles. */
  readonly path: string;
  readonly place: number;
  readonly role: string;
  readonly seat: boolean;
}

function SupportRole({ figures, path, place, role, seat }: SupportRoleProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  return (
    <section aria-label={role}>
      <div className={styles.tools}>
        <DraftInput
          label={t('setup.support.roleOf', { role })}
          value={role}
          width={220}
          onCommit={(text) =>
            edit([{ type: 'setInput', path: `${path}[${place}].role`, value: text.trim() }])
          }
        />
        <Checkbox
          size="xs"
          label={t('setup.support.seat')}
          checked={seat}
          onChange={(event) =>
            edit([{ type: 'setInput', path: `${path}[${place}].seat`, value: event.currentTarget.checked }])
          }
        />
        <ActionIcon
          aria-label={t('setup.removeNamed', { name: role })}
          onClick={() => edit([{ type: 'setInput', path: `${path}.${role}` }])}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </div>
      <FieldGrid>
        <InputField figures={figures} path={`${path}.${role}.span`} />
        <InputField figures={figures} path={`${path}.${role}.annualSalary`} />
      </FieldGrid>
    </section>
  );
}

/** Prices that depend on the service level that a partner reaches. */
export function SlaTiers({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `staffGroups.${group.id}.vendor.slaTiers`;
  const tiers = group.vendor?.slaTiers ?? [];
  const { locale } = figures;
  return (
    <section aria-label={t('setup.vendor.tiers')}>
      <strong>{t('setup.vendor.tiers')}</strong>
      <p className={styles.note}>{t('setup.vendor.tiersNote')}</p>
      {tiers.length > 0 && (
        <Table w="auto" verticalSpacing={2} className={styles.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('setup.vendor.atLeast')}</Table.Th>
              <Table.Th>{t('setup.vendor.adjust')}</Table.Th>
              <Table.Th>{t('setup.remove')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tiers.map((tier, place) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Table.Tr key={place}>
                {(['atLeast', 'adjust'] as const).map((part) => (
                  <Table.Td key={part}>
                    <PercentInput
                      label={t(`setup.vendor.${part}`)}
                      locale={locale}
                      value={tier[part]}
                      onCommit={(value) =>
                        edit([{ type: 'setInput', path: `${path}[${place}].${part}`, value }])
                      }
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <ActionIcon
                    aria-label={t('setup.vendor.removeTier', { number: place + 1 })}
                    onClick={() => edit([{ type: 'setInput', path: `${path}[${place}]` }])}
                  >
                    <IconTrash size={14} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={12} aria-hidden />}
        onClick={() =>
          edit([{ type: 'insertMember', path, place: tiers.length, member: { atLeast: 0.8, adjust: 0 } }])
        }
      >
        {t('setup.vendor.addTier')}
      </Button>
    </section>
  );
}
