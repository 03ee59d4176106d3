import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ViewMember } from '#shared/model/planView.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf, type Translate } from '#renderer/state/members.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { useView } from '#renderer/state/usePlan.ts';
import { type HoursStep, hoursSteps } from './paidHours.ts';
import styles from './PaidHours.module.css';

function stepName(key: HoursStep['key'], t: Translate): string {
  const names = {
    fullYear: t('budget.hoursFullYear'),
    calendar: t('budget.hoursCalendar'),
    paid: t('budget.hoursPaid'),
    holidays: t('budget.hoursHolidays'),
    available: t('budget.hoursAvailable'),
    outOfOffice: t('budget.hoursOutOfOffice'),
    present: t('budget.hoursPresent'),
    inOffice: t('budget.hoursInOffice'),
    forContacts: t('budget.hoursForContacts'),
    schedule: t('budget.hoursSchedule'),
    productive: t('budget.hoursProductive'),
  };
  return names[key];
}

interface GroupHoursProps {
  readonly figures: PlanFigures;
  readonly group: ViewMember;
  /** Place among the fiscal years. */
  readonly year: number;
}

function GroupHours({ figures, group, year }: GroupHoursProps) {
  const { t } = useTranslation();
  const { explain } = useView();
  const steps = hoursSteps(figures, group, year);
  const paid = steps.find(({ key }) => key === 'paid')?.hours ?? null;
  const hours = (value: number | null) => formatPlain(value, { style: 'number', digits: 1 }, figures.locale);
  const share = (value: number | null) =>
    formatPlain(
      value === null || paid === null || paid === 0 ? null : value / paid,
      { style: 'percent', digits: 1 },
      figures.locale,
    );
  return (
    <table className={styles.table}>
      <caption>{group.name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('budget.hoursStep')}</th>
          <th scope="col">{t('budget.hoursPerFte')}</th>
          <th scope="col">{t('budget.hoursShare')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ key, hours: value, node, isTotal }) => (
          <tr key={key} className={isTotal ? styles.total : styles.step}>
            <th scope="row">{stepName(key, t)}</th>
            <td>
              <UnstyledButton className={styles.number} onClick={() => explain(node, year, 'year')}>
                {hours(value)}
              </UnstyledButton>
            </td>
            <td>{share(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the paid hours of one full-time employee go in a fiscal year, group by group. */
export function PaidHours({ figures, year }: Omit<GroupHoursProps, 'group'>) {
  const { t } = useTranslation();
  const name = periodName(figures, 'year', year);
  return (
    <div className={styles.frame} role="group" aria-label={t('budget.hoursTitle', { year: name })}>
      <p className={styles.note}>{t('budget.hoursNote', { year: name })}</p>
      <div className={styles.groups}>
        {membersOf(figures.structure, 'groups').map((member) => (
          <GroupHours key={member.key} figures={figures} group={member} year={year} />
        ))}
      </div>
    </div>
  );
}
