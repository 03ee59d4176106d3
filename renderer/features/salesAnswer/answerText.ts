import type { TFunction } from 'i18next';
import type { SalesAnswer, SalesRun } from '#shared/model/salesAnswer.ts';
import { type Coverage } from '#shared/model/verdict.ts';
import type { LineChartData } from '#renderer/ui/charts/types.ts';
import { formatNumber, type NumberFormat } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { periodLabel } from '#renderer/state/periodColumns.ts';

/** What the words of the answer need. */
export interface Speech {
  readonly t: TFunction;
  readonly figures: PlanFigures;
}

const people: NumberFormat = { style: 'number', digits: 1 };
const whole: NumberFormat = { style: 'integer' };
const share: NumberFormat = { style: 'percent', digits: 1 };
const wholeShare: NumberFormat = { style: 'percent', digits: 0 };

function shown(value: number | null, format: NumberFormat, { figures }: Speech): string {
  return formatNumber(value, format, figures.locale);
}

export function moneyText(value: number | null, speech: Speech): string {
  const { currency } = speech.figures.structure;
  return shown(value, { style: 'money', digits: 0, currency }, speech);
}

function period(place: number, { figures }: Speech): string {
  return periodName(figures, 'period', place);
}

export function dayText(isoDate: string, { figures }: Speech): string {
  return new Intl.DateTimeFormat(figures.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
}

/** "Deals of Small business: 20% more from July 2027". */
export function questionText({ question }: SalesAnswer, speech: Speech): string {
  const { t, figures } = speech;
  const segment = figures.structure.members.find(
    ({ dimension, id }) => dimension === 'segments' && id === question.segmentId,
  );
  const change = question.factor - 1;
  const words = {
    change: shown(Math.abs(change), share, speech),
    from: period(question.from, speech),
    segment: segment?.name ?? '',
  };
  const kind = Math.abs(change) < 1e-9 ? 'same' : change > 0 ? 'more' : 'fewer';
  return segment === undefined
    ? t(`salesAnswer.asked.${kind}All`, words)
    : t(`salesAnswer.asked.${kind}Of`, words);
}

/** The gap that decides: with the deals, the worst. */
function worstOf(coverage: Coverage) {
  return coverage.kind === 'short' ? coverage.worst : null;
}

/** Yes, or from when not; the first line of the answer. */
export function verdictText({ asked, now }: SalesAnswer, speech: Speech): string {
  const { t } = speech;
  const { coverage } = asked;
  if (coverage.kind === 'covered')
    return t('salesAnswer.verdict.yes', {
      spare: shown(coverage.spare, people, speech),
      when: period(coverage.tightestPlace, speech),
    });
  if (coverage.kind !== 'short') return t('salesAnswer.verdict.unknown');
  const words = { first: period(coverage.firstPlace, speech), count: coverage.periods };
  const isShortAnyway = now.coverage.kind === 'short' && now.coverage.firstPlace <= coverage.firstPlace;
  return isShortAnyway ? t('salesAnswer.verdict.alreadyNo', words) : t('salesAnswer.verdict.no', words);
}

function bindText({ asked, now }: SalesAnswer, speech: Speech): string | null {
  const worst = worstOf(asked.coverage);
  if (worst === null) return null;
  const before = worstOf(now.coverage);
  return speech.t('salesAnswer.binds', {
    group: worst.name,
    short: shown(worst.worstShort, people, speech),
    when: period(worst.worstPlace, speech),
    before: shown(before === null ? 0 : before.worstShort, people, speech),
  });
}

function serviceText({ asked }: SalesAnswer, speech: Speech): string | null {
  const { weakest } = asked;
  if (weakest === null) return null;
  const key = weakest.level < weakest.goal ? 'salesAnswer.serviceMissed' : 'salesAnswer.serviceKept';
  return speech.t(key, {
    queue: weakest.queueName,
    level: shown(weakest.level, share, speech),
    goal: shown(weakest.goal, wholeShare, speech),
    when: period(weakest.place, speech),
  });
}

function hiresText({ hires }: SalesAnswer, speech: Speech): readonly string[] {
  const { t } = speech;
  return hires.map(({ name, planned, needed, classes }) => {
    const [first] = classes;
    const words = {
      group: name,
      needed: shown(needed, whole, speech),
      planned: shown(planned, whole, speech),
    };
    return first === undefined
      ? t('salesAnswer.takes.hires', words)
      : t('salesAnswer.takes.hiresBy', {
          ...words,
          people: shown(first.people, whole, speech),
          count: Math.round(first.people),
          date: dayText(first.decideBy, speech),
        });
  });
}

function moneySentence({ now, staffed }: SalesAnswer, speech: Speech): string | null {
  if (now.totalCost === null || staffed.totalCost === null) return null;
  const cost = staffed.totalCost - now.totalCost;
  const revenue = (staffed.revenue ?? 0) - (now.revenue ?? 0);
  const words = { cost: moneyText(Math.abs(cost), speech), revenue: moneyText(Math.abs(revenue), speech) };
  if (cost >= 0)
    return revenue >= 0
      ? speech.t('salesAnswer.takes.costsMoreGains', words)
      : speech.t('salesAnswer.takes.costsMoreLoses', words);
  return revenue >= 0
    ? speech.t('salesAnswer.takes.costsLessGains', words)
    : speech.t('salesAnswer.takes.costsLessLoses', words);
}

/** What even the hires cannot cure, since they come too late. */
function lateText({ staffed }: SalesAnswer, speech: Speech): string | null {
  const { coverage } = staffed;
  if (coverage.kind !== 'short') return null;
  return speech.t('salesAnswer.takes.late', {
    count: coverage.periods,
    group: coverage.worst.name,
    short: shown(coverage.worst.worstShort, people, speech),
    when: period(coverage.worst.worstPlace, speech),
  });
}

/** How many deals the people of the plan support. */
function mostText({ mostFactor, isMostTried, question, now }: SalesAnswer, speech: Speech): string {
  const { t } = speech;
  if (mostFactor === null) return t('salesAnswer.most.none', { from: period(question.from, speech) });
  const words = {
    change: shown(Math.abs(mostFactor - 1), share, speech),
    share: shown(mostFactor, wholeShare, speech),
    from: period(question.from, speech),
    deals: shown(now.deals, whole, speech),
  };
  if (isMostTried) return t('salesAnswer.most.all', words);
  return mostFactor >= 1 ? t('salesAnswer.most.more', words) : t('salesAnswer.most.fewer', words);
}

/** Deals by a formula are asked about with the numbers that it comes to. */
function computedText({ computed }: SalesAnswer, { t, figures }: Speech): string | null {
  if (computed.length === 0) return null;
  const names = new Intl.ListFormat(figures.locale).format(computed);
  return t('salesAnswer.computed', { count: computed.length, names });
}

export interface AnswerParts {
  readonly question: string;
  /** What was done to ask it; null where nothing has to be said. */
  readonly computed: string | null;
  readonly verdict: string;
  readonly isYes: boolean;
  /** Why, and what it does to customers. */
  readonly why: readonly string[];
  /** People, dates, money. */
  readonly takes: readonly string[];
  readonly most: string;
}

function present(lines: readonly (string | null)[]): readonly string[] {
  return lines.flatMap((line) => line ?? []);
}

/** The whole answer in sentences, the same on screen, on paper and as copied text. */
export function answerParts(answer: SalesAnswer, speech: Speech): AnswerParts {
  const isYes = answer.asked.coverage.kind === 'covered';
  return {
    question: questionText(answer, speech),
    computed: computedText(answer, speech),
    verdict: verdictText(answer, speech),
    isYes,
    why: present([bindText(answer, speech), serviceText(answer, speech)]),
    takes: present([...hiresText(answer, speech), moneySentence(answer, speech), lateText(answer, speech)]),
    most: mostText(answer, speech),
  };
}

/** The answer as plain text, to be pasted into a message. */
export function plainAnswer(parts: AnswerParts, speech: Speech): string {
  const { t, figures } = speech;
  return [
    t('salesAnswer.title'),
    t('salesAnswer.ofPlan', { name: figures.document.name }),
    '',
    parts.question,
    ...present([parts.computed]),
    parts.verdict,
    ...parts.why,
    '',
    t('salesAnswer.takes.title'),
    ...(parts.takes.length === 0 ? [t('salesAnswer.takes.nothing')] : parts.takes),
    '',
    t('salesAnswer.most.title'),
    parts.most,
  ].join('\n');
}

/** What the work needs and who is there to do it, with the deals that are asked about. */
export function answerChart({ asked, staffed }: SalesAnswer, { t, figures }: Speech): LineChartData {
  const { structure, locale, texts, document } = figures;
  const options = {
    structure,
    locale,
    texts: texts.periods,
    fiscalYearStart: document.calendar.fiscalYearStart ?? 1,
  };
  const line = (
    id: string,
    label: string,
    run: SalesRun,
    what: 'requiredFte' | 'effectiveFte',
    colorIndex: number,
  ) => ({
    id,
    label,
    values: run[what],
    colorIndex,
  });
  return {
    kind: 'line',
    labels: structure.groups.period.map((_, place) => periodLabel(options, 'period', place).label),
    format: people,
    series: [
      line('needed', t('salesAnswer.chart.needed'), asked, 'requiredFte', 1),
      line('neededHired', t('salesAnswer.chart.neededHired'), staffed, 'requiredFte', 3),
      line('people', t('salesAnswer.chart.people'), asked, 'effectiveFte', 0),
      line('hired', t('salesAnswer.chart.hired'), staffed, 'effectiveFte', 2),
    ],
    gap: { neededId: 'needed', actualId: 'people' },
  };
}
