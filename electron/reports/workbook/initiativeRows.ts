import { rampShare } from '#shared/model/initiatives.ts';
import { fixedCell, type Row, unitOf } from './book.ts';
import { helperRow } from './calendarSheet.ts';
import type { Model } from './nodeRows.ts';

/** How far each initiative works in each period: its months so far against those that it takes. */
export function reachRows({ book }: Model): readonly Row[] {
  const { context, members } = book.plan.graph();
  return members.of('initiatives').flatMap((member) => {
    const initiative = book.scenario.initiatives.find(({ id }) => id === member.id);
    if (initiative === undefined) return [];
    const runs = book.plan.column(`${member.key}.runs`);
    const count = `${member.key}.count#`;
    const { say } = book.words;
    const shared = { of: member.name };
    return [
      helperRow(
        { ...shared, id: count, label: say('Periods so far'), shown: 'whole' },
        (reader) => {
          const before = reader.find(count, true);
          const own = reader.cell(`${member.key}.runs`);
          return before === undefined ? own : `${before}+${own}`;
        },
        (t) => runs.slice(0, t + 1).reduce((sum, one) => sum + one, 0),
      ),
      helperRow(
        {
          ...shared,
          id: `${member.key}.reach#`,
          label: say('Works by'),
          unitText: unitOf(book, 'share'),
          shown: 'share',
        },
        (reader) => {
          const months = fixedCell(book, `${member.key}.rampMonths`, reader.sheet);
          const share = `MIN(1,${reader.cell(count)}*12*${reader.cell('calendar.y')}/${months})`;
          return `IF(${reader.cell(`${member.key}.runs`)}=0,0,IF(${months}=0,1,${share}))`;
        },
        (t) => rampShare(initiative, context.periods, t, context.yearFraction),
      ),
    ];
  });
}
