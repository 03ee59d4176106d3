import type { BusinessCase } from '#shared/model/businessCase.ts';
import { type Book, type Reader, type Row, unitOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { helperRow } from './calendarSheet.ts';

/** Months until the investment has come back, step by step: the first time that the running total is no longer negative. */

interface Step {
  readonly cumulative: number;
  readonly started: number;
  readonly wasNegative: number;
  readonly crossed: number;
  readonly months: number;
}

function stepsOf(book: Book, { net, investment }: BusinessCase): readonly Step[] {
  const months = 12 * book.plan.graph().context.yearFraction;
  const isInvested = investment.some((cost) => cost !== 0);
  let before: Step = { cumulative: 0, started: 0, wasNegative: 0, crossed: 0, months: 0 };
  let first = 0;
  let hasCrossed = false;
  return net.map((flow, t) => {
    const gain = flow ?? Number.NaN;
    const cumulative = before.cumulative + gain;
    const begins = (isInvested ? investment[t] : flow) !== 0;
    const started = begins || before.started === 1 ? 1 : 0;
    if (started === 0) first = t + 1;
    const isCrossing = cumulative >= 0 && before.wasNegative === 1 && !hasCrossed;
    hasCrossed ||= isCrossing;
    before = {
      cumulative,
      started,
      wasNegative: cumulative < 0 || before.wasNegative === 1 ? 1 : 0,
      crossed: isCrossing ? 1 : 0,
      months: isCrossing ? (t - first - (cumulative - gain) / gain) * months : 0,
    };
    return before;
  });
}

export function paybackRows(book: Book, found: BusinessCase): readonly Row[] {
  const steps = stepsOf(book, found);
  const last = book.frame.periods - 1;
  const span = (reader: Reader, name: string, to = last) => reader.span(`case.${name}#`, 0, to);
  const row = (name: keyof Step, label: Phrase, text: (reader: Reader, before: string) => string) =>
    helperRow(
      {
        id: `case.${name}#`,
        label: book.words.say(label),
        unitText:
          name === 'cumulative'
            ? unitOf(book, 'money')
            : name === 'months'
              ? unitOf(book, 'months')
              : book.words.say('1 yes, 0 no'),
        shown: name === 'cumulative' ? 'money' : name === 'months' ? 'months' : 'whole',
      },
      (reader) => text(reader, reader.find(`case.${name}#`, true) ?? '0'),
      (t) => steps[t]?.[name] ?? Number.NaN,
    );
  return [
    row('cumulative', 'Net so far', (reader, before) => `${before}+${reader.cell('case.net#')}`),
    row('started', 'Investment has begun', (reader, before) => {
      const [own, net] = [reader.cell('case.investment#'), reader.cell('case.net#')];
      const isNeverInvested = `SUMPRODUCT(ABS(${span(reader, 'investment')}))=0`;
      return `IF(OR(${before}=1,${own}<>0,AND(${isNeverInvested},${net}<>0)),1,0)`;
    }),
    row(
      'wasNegative',
      'Net so far has been negative',
      (reader, before) => `IF(OR(${before}=1,${reader.cell('case.cumulative#')}<0),1,0)`,
    ),
    row('crossed', 'Comes back in this period', (reader) => {
      const negative = reader.find('case.wasNegative#', true) ?? '0';
      const { place } = reader.column;
      const earlier = place === 0 ? '0' : `SUM(${span(reader, 'crossed', place - 1)})`;
      return `IF(AND(${reader.cell('case.cumulative#')}>=0,${negative}=1,${earlier}=0),1,0)`;
    }),
    row('months', 'Months from the start until then', (reader) => {
      const first = `(${book.frame.periods}-SUM(${span(reader, 'started')}))`;
      const before = reader.find('case.cumulative#', true) ?? '0';
      const since = `${reader.cell('calendar.index#')}-${first}-${before}/${reader.cell('case.net#')}`;
      return `IF(${reader.cell('case.crossed#')}=1,(${since})*12*${reader.cell('calendar.y')},0)`;
    }),
    {
      id: 'case.payback#',
      label: book.words.say('Payback'),
      unitText: unitOf(book, 'months'),
      shown: 'months',
      tone: 'result',
      isSingle: true,
      cell(reader) {
        const negative = reader.span('case.wasNegative#', last, last).replace(/:.*$/, '');
        const formula = `IF(SUM(${span(reader, 'crossed')})>0,SUM(${span(reader, 'months')}),IF(${negative}=1,"",0))`;
        return { formula, result: found.paybackMonths ?? Number.NaN };
      },
    },
  ];
}
