import type { Member } from '#shared/model/members.ts';
import { type Book, fixedCell, type Reader, type Row, unitOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { helperRow } from './calendarSheet.ts';
import type { Maker } from './nodeRows.ts';

/** Groups whose people follow the requirement: leavers are replaced, hires cost the weeks until they are productive. */

function followers({ plan }: Book): readonly Member[] {
  return plan
    .graph()
    .members.of('groups')
    .filter(({ traits }) => traits['hiring'] === 'follow');
}

function parts(book: Book, { key, inputKey, id }: Member, reader: Reader) {
  return {
    own: (name: string) => reader.cell(`${key}.${name}`),
    step: (name: string) => reader.cell(`${name}.${id}#`),
    input: (name: string) => fixedCell(book, `${inputKey}.${name}`, reader.sheet),
    attrition: reader.cell(`${inputKey}.attrition`),
  };
}

/** Net hires so far that still leave more easily. */
function youngText(book: Book, member: Member, reader: Reader): string | undefined {
  const { place } = reader.column;
  if (place === 0) return undefined;
  const ages = `(${reader.cell('calendar.index#')}-${reader.span('calendar.index#', 0, place - 1)})`;
  const weeks = fixedCell(book, 'calendar.weeksPerPeriod', reader.sheet);
  const limit = parts(book, member, reader).input('newHireWeeks');
  return `SUMPRODUCT((${ages}*${weeks}<${limit})*${reader.span(`net.${member.id}#`, 0, place - 1)})`;
}

interface Steps {
  readonly young: number;
  readonly leaving: number;
  readonly needed: number;
  readonly net: number;
}

/** The steps of every period, as the plan goes through them. */
function stepsOf(book: Book, { id, key, inputKey }: Member): readonly Steps[] {
  const { plan, scenario } = book;
  const group = scenario.staffGroups.find((one) => one.id === id);
  if (group === undefined) throw new Error(`There is no staff group "${id}"`);
  const { periods, yearFraction } = plan.graph().context;
  const weeks = scenario.calendar.grain === 'week' ? 1 : 365 / 84;
  const at = (name: string, t: number) => plan.column(name)[t] ?? Number.NaN;
  const nets: number[] = [];
  return periods.map((_, t) => {
    const level = at(`${key}.targetHeadcount`, t);
    const young = nets.reduce((sum, net, k) => ((t - k) * weeks < group.newHireWeeks ? sum + net : sum), 0);
    const leaving =
      at(`${inputKey}.attrition`, t) * yearFraction * (level + (group.newHireFactor - 1) * young);
    const needed = level - at(`${key}.openingHeadcount`, t) + leaving;
    const net = Math.max(0, needed);
    nets.push(net);
    return { young, leaving, needed, net };
  });
}

export function followerRows(book: Book): readonly Row[] {
  return followers(book).flatMap((member) => {
    const steps = stepsOf(book, member);
    const row = (step: keyof Steps, label: Phrase, text: (reader: Reader) => string | undefined) =>
      helperRow(
        {
          id: `${step}.${member.id}#`,
          label: book.words.say(label),
          of: member.name,
          unitText: unitOf(book, 'people'),
          shown: 'people',
        },
        text,
        (t) => steps[t]?.[step] ?? Number.NaN,
      );
    return [
      row('young', 'Hires that still leave more easily', (reader) => youngText(book, member, reader)),
      row('leaving', 'Leavers to be replaced', (reader) => {
        const { attrition, own, step, input } = parts(book, member, reader);
        return `${attrition}*${reader.cell('calendar.y')}*(${own('targetHeadcount')}+(${input('newHireFactor')}-1)*${step('young')})`;
      }),
      row('needed', 'People missing to the target', (reader) => {
        const { own, step } = parts(book, member, reader);
        return `${own('targetHeadcount')}-${own('openingHeadcount')}+${step('leaving')}`;
      }),
      row(
        'net',
        'Hires that finish training',
        (reader) => `MAX(0,${parts(book, member, reader).step('needed')})`,
      ),
    ];
  });
}

function makersOf(book: Book, member: Member): readonly (readonly [string, Maker])[] {
  const from = (
    name: string,
    text: (found: ReturnType<typeof parts>, reader: Reader) => string,
  ): readonly [string, Maker] => [
    `${member.key}.${name}`,
    (reader) => text(parts(book, member, reader), reader),
  ];
  return [
    from('hires', ({ step, input }) => `${step('net')}/(1-${input('trainingDropout')})`),
    from(
      'leavers',
      ({ step, own }) => `${step('leaving')}+(${own('hires')}-${step('net')})+MAX(0,-${step('needed')})`,
    ),
    from('averageHeadcount', ({ own, input }, reader) => {
      const unproductive = `1-${input('ramp.nestingProductivity')}`;
      const lost = `(${input('ramp.trainingWeeks')}+${input('ramp.nestingWeeks')}*(${unproductive})+${input('ramp.rampWeeks')}*(${unproductive})/2)`;
      return `${own('targetHeadcount')}+${own('hires')}*${lost}/${fixedCell(book, 'calendar.weeksPerPeriod', reader.sheet)}`;
    }),
  ];
}

export function followerMakers(book: Book): ReadonlyMap<string, Maker> {
  return new Map(followers(book).flatMap((member) => makersOf(book, member)));
}
