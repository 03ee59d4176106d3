import type { TFunction } from 'i18next';
import type { ExplainNote } from '#shared/model/notes.ts';
import { bridgeWords, searchSentence } from '#renderer/state/hiringWords.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';

/** 4 January 2027 was a Monday. */
const firstMonday = Date.UTC(2027, 0, 4);
const dayMilliseconds = 86_400_000;

interface NoteOptions {
  readonly t: TFunction;
  readonly locale: string;
}

const goals = ['serviceLevel', 'asa', 'maxOccupancy', 'maxAbandon', 'minAgents'] as const;

/** What decides the number of agents; where no goal does, the load must at least be carried. */
function bindingText(binding: string | null, t: TFunction): string {
  const goal = goals.find((name) => name === binding);
  return t(`explain.binding.${goal ?? 'load'}`);
}

function busiestSentence(
  note: Extract<ExplainNote, { readonly kind: 'busiestInterval' }>,
  { t, locale }: NoteOptions,
): string {
  const when = new Date(firstMonday + note.weekday * dayMilliseconds + note.minuteOfDay * 60_000);
  const number = (value: number, digits: number) => formatPlain(value, { style: 'number', digits }, locale);
  const percent = (value: number) => formatPlain(value, { style: 'percent', digits: 1 }, locale);
  return t('explain.note.busiestInterval', {
    when: when.toLocaleString(locale, {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
    contacts: number(note.contacts, 1),
    load: number(note.load, 2),
    agents: number(note.agents, Number.isInteger(note.agents) ? 0 : 2),
    binding: bindingText(note.binding, t),
    serviceLevel: percent(note.serviceLevel),
    oneFewer: percent(note.oneFewer),
  });
}

type FactNote = Extract<
  ExplainNote,
  { readonly kind: 'event' | 'noEvent' | 'season' | 'holidays' | 'hoursBasis' | 'class' | 'plannedClass' }
>;

function dayText(isoDate: string, locale: string): string {
  return new Date(isoDate).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** Where a fact of the calendar or of the plan's lists comes from. */
function factSentence(note: FactNote, { t, locale }: NoteOptions): string {
  const number = (value: number) => formatPlain(value, { style: 'number', digits: 0 }, locale);
  switch (note.kind) {
    case 'event':
      return t('explain.note.event', {
        name: note.name,
        uplift: formatPlain(note.uplift, { style: 'percent', digits: 1 }, locale),
        days: number(note.days),
        count: note.ofDays,
      });
    case 'noEvent':
      return t('explain.note.noEvent');
    case 'season': {
      const month = new Date(Date.UTC(2027, note.month - 1, 1));
      return t('explain.note.season', {
        month: month.toLocaleString(locale, { month: 'long', timeZone: 'UTC' }),
      });
    }
    case 'holidays':
      return note.dates.length === 0
        ? t('explain.note.noHolidays')
        : t('explain.note.holidays', { dates: note.dates.map((date) => dayText(date, locale)).join(', ') });
    case 'hoursBasis':
      return t(`explain.note.hoursBasis.${note.basis}`);
    case 'class':
      return t('explain.note.class', { people: number(note.people), start: dayText(note.start, locale) });
    case 'plannedClass':
      return t('explain.note.plannedClass', {
        people: number(note.people),
        date: dayText(note.decideBy, locale),
      });
  }
}

/** What a computation says about itself, as a sentence. */
export function noteSentence(note: ExplainNote, options: NoteOptions): string {
  const { t, locale } = options;
  const number = (value: number) => formatPlain(value, { style: 'number', digits: 1 }, locale);
  const percent = (value: number) => formatPlain(value, { style: 'percent', digits: 1 }, locale);
  switch (note.kind) {
    case 'total':
      return t(`explain.note.${note.rule}`);
    case 'busiestInterval':
      return busiestSentence(note, options);
    case 'openIntervals':
      return t('explain.note.openIntervals', { count: note.count, hours: number(note.hours) });
    case 'workload':
      return t('explain.note.workload', {
        arriving: number(note.arrivingHours),
        backlog: number(note.backlogHours),
        occupancy: percent(note.maxOccupancy),
      });
    case 'cohorts':
      return t('explain.note.cohorts', {
        lost: number(note.lostWeeksPerHire),
        length: number(note.lengthWeeks),
      });
    case 'hiringSearch':
      return searchSentence(note, options);
    case 'capacityBridge': {
      const { headline, lines } = bridgeWords(note.bridge, options);
      return [headline, ...lines.map((line) => t('people.bridge.sentence', { ...line }))].join(' ');
    }
    case 'overload':
      return t('explain.note.overload', { count: note.intervals });
    default:
      return factSentence(note, options);
  }
}
