import { shareBelow } from '#shared/model/blocks/service.ts';
import type { Member } from '#shared/model/members.ts';
import type { Queue } from '#shared/model/scenario.ts';
import { type Book, fixedBlock, fixedCell, type Reader, type Row, unitOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { helperRow, profileDays } from './calendarSheet.ts';
import type { Maker } from './nodeRows.ts';
import { openTimes } from './openTimes.ts';

/** Deferred work is arithmetic: hours that arrive, wait and get done. */

interface Deferred {
  readonly member: Member;
  readonly queue: Queue;
  readonly servers: readonly Member[];
}

function deferredQueues({ plan, scenario }: Book): readonly Deferred[] {
  return plan
    .graph()
    .members.of('queues')
    .flatMap((member) => {
      const queue = scenario.queues.find(({ id }) => id === member.id);
      if (queue === undefined || queue.model !== 'workload') return [];
      return { member, queue, servers: member.collections.get('servers') ?? [] };
    });
}

/** The formulas that several rows share. */
function parts(book: Book, { member, queue, servers }: Deferred, reader: Reader) {
  const own = (name: string) => reader.cell(`${member.key}.${name}`);
  const input = (name: string) => fixedCell(book, `${member.inputKey}.${name}`, reader.sheet);
  return {
    own,
    input,
    occupancy: queue.goal.maxOccupancy === undefined ? '1' : input('goal.maxOccupancy'),
    backlog: reader.find(`${member.key}.backlogHours`, true) ?? '0',
    arriving: `${own('offered')}*${own('aht')}/3600/${input('concurrency')}`,
    staffed: servers.map(({ key }) => reader.cell(`${key}.staffedHours`)).join('+') || '0',
    step: (name: string) => reader.cell(`${name}.${queue.id}#`),
  };
}

/** What the plan has for the steps of one period. */
function numbers(book: Book, { member, queue, servers }: Deferred, t: number) {
  const { plan } = book;
  const at = (id: string, period = t) => (period < 0 ? 0 : (plan.column(id)[period] ?? Number.NaN));
  const own = (name: string) => at(`${member.key}.${name}`);
  const open = openTimes(book, queue)[t];
  const { maxOccupancy = 1, within } = queue.goal;
  const backlog = at(`${member.key}.backlogHours`, t - 1);
  const arriving = (own('offered') * own('aht')) / 3600 / queue.concurrency;
  const capacity = servers.reduce((sum, { key }) => sum + at(`${key}.staffedHours`), 0) * maxOccupancy;
  const openHours = open?.hours ?? 0;
  const threshold = openHours === 0 ? 0 : ((capacity / openHours) * within) / 3600;
  const toClear = arriving + own('clearBacklog') * backlog;
  const weight = open?.totalWeight ?? 0;
  const perWeight = weight === 0 ? 0 : toClear / weight / (queue.profile.intervalMinutes / 60) / maxOccupancy;
  const level = shareBelow(backlog, own('backlogHours'), threshold);
  return { work: backlog + arriving, capacity, threshold, toClear, perWeight, level };
}

type Step = keyof ReturnType<typeof numbers>;

function stepRow(
  book: Book,
  deferred: Deferred,
  step: Step,
  label: Phrase,
  shown: 'hours' | 'share' | 'exact',
  text: (reader: Reader) => string,
): Row {
  const { queue, member } = deferred;
  return helperRow(
    {
      id: `${step}.${queue.id}#`,
      label: book.words.say(label),
      of: member.name,
      unitText: shown === 'exact' ? book.words.say('agents per weight') : unitOf(book, shown),
      shown,
    },
    text,
    (t) => numbers(book, deferred, t)[step],
  );
}

/** Steps on the way to the requirement of deferred work. */
export function workloadRequirementRows(book: Book): readonly Row[] {
  return deferredQueues(book).flatMap((deferred) => [
    stepRow(book, deferred, 'toClear', 'Hours of work to staff', 'hours', (reader) => {
      const { arriving, own, backlog } = parts(book, deferred, reader);
      return `${arriving}+${own('clearBacklog')}*${backlog}`;
    }),
    stepRow(book, deferred, 'perWeight', 'Agents for a weight of 1', 'exact', (reader) => {
      const { step, occupancy } = parts(book, deferred, reader);
      const weight = reader.cell(`openWeight.${deferred.queue.id}#`);
      return `IF(${weight}=0,0,${step('toClear')}/${weight}/(${deferred.queue.profile.intervalMinutes}/60)/${occupancy})`;
    }),
  ]);
}

/** Steps on the way to the service of deferred work. */
export function workloadServiceRows(book: Book): readonly Row[] {
  return deferredQueues(book).flatMap((deferred) => [
    stepRow(book, deferred, 'work', 'Work waiting and arriving', 'hours', (reader) => {
      const { backlog, arriving } = parts(book, deferred, reader);
      return `${backlog}+${arriving}`;
    }),
    stepRow(book, deferred, 'capacity', 'Work that can be done', 'hours', (reader) => {
      const { staffed, occupancy } = parts(book, deferred, reader);
      return `(${staffed})*${occupancy}`;
    }),
    stepRow(book, deferred, 'threshold', 'Backlog that can be done in time', 'hours', (reader) => {
      const { step, input } = parts(book, deferred, reader);
      const hours = reader.cell(`openHours.${deferred.queue.id}#`);
      return `IF(${hours}=0,0,${step('capacity')}/${hours}*${input('goal.within')}/3600)`;
    }),
    stepRow(book, deferred, 'level', 'Share of the period with a backlog in time', 'share', (reader) => {
      const { step, own, backlog } = parts(book, deferred, reader);
      const [most, closing] = [step('threshold'), own('backlogHours')];
      const crossing = `(${most}-${backlog})/(${closing}-${backlog})`;
      return `IF(AND(${backlog}<=${most},${closing}<=${most}),1,IF(AND(${backlog}>${most},${closing}>${most}),0,IF(${backlog}<=${most},${crossing},1-${crossing})))`;
    }),
  ]);
}

function baseHours(book: Book, deferred: Deferred): Maker {
  const { queue } = deferred;
  return (reader) => {
    const { step, input } = parts(book, deferred, reader);
    const [least, each] = [input('goal.minAgents'), step('perWeight')];
    const days = profileDays(queue).map((day) => {
      const weights = fixedBlock(book, `weights.${queue.id}.${day}`, reader.sheet);
      // The larger of two numbers, for a whole block of them: half their sum and distance.
      const agents = `(${least}+${each}*${weights}+ABS(${least}-${each}*${weights}))/2*(${weights}>0)`;
      return `${reader.cell(`open.${queue.id}.${day}#`)}*SUMPRODUCT(${agents})`;
    });
    return `(${days.join('+') || '0'})*${queue.profile.intervalMinutes}/60`;
  };
}

function makersOf(book: Book, deferred: Deferred): readonly (readonly [string, Maker])[] {
  const { key } = deferred.member;
  const from = (
    name: string,
    text: (found: ReturnType<typeof parts>) => string,
  ): readonly [string, Maker] => [`${key}.${name}`, (reader) => text(parts(book, deferred, reader))];
  return [
    [`${key}.baseHours`, baseHours(book, deferred)],
    from('carriedHours', ({ step }) => `MIN(${step('work')},${step('capacity')})`),
    from('slotHours', ({ staffed }) => staffed),
    from('backlogHours', ({ step, own }) => `${step('work')}-${own('carriedHours')}`),
    from(
      'handled',
      ({ own, input }) =>
        `IF(${own('aht')}=0,${own('offered')},${own('carriedHours')}*3600*${input('concurrency')}/${own('aht')})`,
    ),
    from('countedForService', ({ own }) => own('offered')),
    from('inTime', ({ step, own }) => `${step('level')}*${own('offered')}`),
  ];
}

export function workloadMakers(book: Book): ReadonlyMap<string, Maker> {
  return new Map(deferredQueues(book).flatMap((deferred) => makersOf(book, deferred)));
}
