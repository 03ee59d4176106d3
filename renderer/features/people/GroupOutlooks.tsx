import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ViewMember } from '#shared/model/planView.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { figureAt, type PlanFigures } from '#renderer/state/figures.ts';
import { membersOf, type Translate } from '#renderer/state/members.ts';
import { shortPeriodName } from '#renderer/state/periodName.ts';
import { useView } from '#renderer/state/usePlan.ts';
import { type Outlook, outlookOf, type Shortage } from './outlook.ts';
import styles from './GroupOutlooks.module.css';

function groupOutlook(figures: PlanFigures, { key }: ViewMember): Outlook {
  const series = (name: string) =>
    figures.structure.periods.map(({ index }) => figureAt(figures, `${key}.${name}`, index, 'period'));
  return outlookOf({
    required: series('requiredFte'),
    effective: series('effectiveFte'),
    overtime: series('overtimeFte'),
    hires: series('hires'),
    leavers: series('leavers'),
  });
}

/** 'Prague: 6.2 FTE short from March 2028 …' */
function sentenceOf(figures: PlanFigures, group: ViewMember, outlook: Outlook, t: Translate): string {
  const figure = (value: number) => formatPlain(value, { style: 'number', digits: 1 }, figures.locale);
  const people = t('people.comeAndGo', { starts: figure(outlook.starts), leavers: figure(outlook.leavers) });
  const { first, worst } = outlook;
  if (outlook.hasErrors) return t('people.outlookError', { group: group.name });
  if (first === undefined || worst === undefined) {
    const overtime = figure(outlook.mostOvertime);
    const key = outlook.mostOvertime >= 0.05 ? 'people.coveredWithOvertime' : 'people.covered';
    return t(key, { group: group.name, overtime, people });
  }
  const isWeekly = figures.structure.grain === 'week';
  const named = ({ period }: Shortage) => {
    const date = shortPeriodName(figures, 'period', period);
    return isWeekly ? t('people.inWeekOf', { date }) : date;
  };
  const words = {
    group: group.name,
    first: named(first),
    firstFte: figure(first.fte),
    worst: named(worst),
    worstFte: figure(worst.fte),
    short: outlook.shortPeriods,
    count: figures.structure.periods.length,
    people,
  };
  if (outlook.isShortToTheEnd) return t('people.shortFrom', words);
  return isWeekly ? t('people.shortInWeeks', words) : t('people.shortInMonths', words);
}

/** One sentence for each group; it leads to the gap that it speaks of. */
export function GroupOutlooks({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const { explain, setGrain } = useView();
  const show = (group: ViewMember, { worst }: Outlook): void => {
    if (figures.grain !== 'period') setGrain('period');
    explain(`${group.key}.surplus`, worst?.period ?? 0, 'period');
  };
  return (
    <ul className={styles.list} aria-label={t('people.outlooks')}>
      {membersOf(figures.structure, 'groups').map((group) => {
        const outlook = groupOutlook(figures, group);
        const isBad = outlook.shortPeriods > 0 || outlook.hasErrors;
        return (
          <li key={group.key} className={styles.line} data-tone={isBad ? 'bad' : 'good'}>
            <span className={styles.mark} aria-hidden />
            <UnstyledButton className={styles.sentence} onClick={() => show(group, outlook)}>
              {sentenceOf(figures, group, outlook, t)}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
