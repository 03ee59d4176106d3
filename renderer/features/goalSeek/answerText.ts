import type { GoalAnswer, GoalPoint, GoalQuestion } from '#shared/model/goalSeek.ts';
import { shortSearchSentence } from '#renderer/state/hiringWords.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { formatOfNumber, inputFormat, meanOf } from './goalForm.ts';
import { numberName } from './numberChoices.ts';
import { finer, numberText, type Words } from './numberText.ts';

interface Asked extends Words {
  readonly question: GoalQuestion;
}

function inputText(asked: Asked, input: number): string {
  const { figures, question } = asked;
  const { path, change } = question;
  return change === 'factor'
    ? formatNumber(input, inputFormat(figures, question), figures.locale)
    : numberText(asked, path, input, finer(formatOfNumber(figures, path)));
}

function resultText(asked: Asked, result: number | null): string {
  return numberText(asked, asked.question.result.id, result);
}

/** The name of the place, or of the periods all of which are meant. */
export function placeText({ figures, question, t }: Asked): string {
  const { grain, place } = question.result;
  if (place !== 'all') return t('goalSeek.inPeriod', { period: periodName(figures, grain, place) });
  return grain === 'period'
    ? t(`goalSeek.everyPeriod.${figures.structure.grain}`)
    : t(`goalSeek.everyPeriod.${grain}`);
}

/** 'Service level, Voice: at least 80.0% in every month' */
export function wishText(asked: Asked): string {
  const { figures, question, t } = asked;
  return t(`goalSeek.wish.${question.want}`, {
    result: numberName(figures, question.result.id),
    value: resultText(asked, question.value),
    place: placeText(asked),
  });
}

function isMet({ want, value }: GoalQuestion, { result }: GoalPoint): boolean {
  if (result === null || want === 'equal') return false;
  return want === 'atLeast' ? result >= value : result <= value;
}

function foundText(asked: Asked, { found, present }: GoalAnswer): string {
  const { figures, question, t } = asked;
  if (found === null) return '';
  const input = numberName(figures, question.path);
  const value = inputText(asked, found.input);
  if (question.change === 'value')
    return t('goalSeek.foundValue', { input, value, present: inputText(asked, present.input) });
  const mean = meanOf(figures, question.path);
  const format = finer(formatOfNumber(figures, question.path));
  const show = (number: number | null) => numberText(asked, question.path, number, format);
  const then = mean === null ? null : mean * found.input;
  return t('goalSeek.foundFactor', { input, factor: value, value: show(then), present: show(mean) });
}

/** Whether the wish holds today, and to which side of the answer it does. */
function sideText(asked: Asked, { found, present }: GoalAnswer): string | null {
  const { question, t } = asked;
  if (found === null || question.want === 'equal') return null;
  const value = inputText(asked, found.input);
  const holds = isMet(question, present);
  const isAbove = found.input > present.input;
  if (holds) return isAbove ? t('goalSeek.holdsUpTo', { value }) : t('goalSeek.holdsDownTo', { value });
  return isAbove ? t('goalSeek.beginsUp', { value }) : t('goalSeek.beginsDown', { value });
}

function thenText(asked: Asked, { found, present }: GoalAnswer): string {
  const { figures, question, t } = asked;
  const result = numberName(figures, question.result.id);
  const words = {
    result,
    value: resultText(asked, found?.result ?? null),
    present: resultText(asked, present.result),
    place: placeText(asked),
  };
  if (question.result.place !== 'all') return t('goalSeek.then', words);
  return question.want === 'atMost' ? t('goalSeek.thenHighest', words) : t('goalSeek.thenLowest', words);
}

/** Whole agents make results jump: then the wanted value itself may not exist. */
function jumpText(asked: Asked, { found }: GoalAnswer): string | null {
  const { question, t } = asked;
  if (found === null || found.result === null || question.want !== 'equal') return null;
  const scale = Math.max(Math.abs(question.value), Math.abs(found.result));
  if (Math.abs(found.result - question.value) <= 1e-6 * scale) return null;
  return t('goalSeek.jumps', { value: resultText(asked, question.value) });
}

function othersText(asked: Asked, { others }: GoalAnswer): string | null {
  if (others.length === 0) return null;
  const values = new Intl.ListFormat(asked.figures.locale).format(
    others.map(({ input }) => inputText(asked, input)),
  );
  return asked.t(asked.question.want === 'equal' ? 'goalSeek.othersEqual' : 'goalSeek.others', { values });
}

function withoutAnswer(asked: Asked, { nearest, ends, isAlwaysMet, present }: GoalAnswer): readonly string[] {
  const { figures, question, t } = asked;
  const [first, last] = ends;
  const words = {
    input: numberName(figures, question.path),
    result: numberName(figures, question.result.id),
    from: inputText(asked, first.input),
    to: inputText(asked, last.input),
    fromResult: resultText(asked, first.result),
    toResult: resultText(asked, last.result),
    nearest: inputText(asked, nearest.input),
    nearestResult: resultText(asked, nearest.result),
    present: resultText(asked, present.result),
  };
  if (isAlwaysMet) return [t('goalSeek.always', words), t('goalSeek.alwaysEnds', words)];
  if (nearest.result === null) return [t('goalSeek.noPlan', words)];
  return [t('goalSeek.noAnswer', words), t('goalSeek.nearest', words), t('goalSeek.widen')];
}

/** The answer in sentences, the most important first. */
export function answerSentences(asked: Asked, answer: GoalAnswer): readonly string[] {
  const { shortSearch } = answer;
  const { t, figures } = asked;
  const brief =
    shortSearch === undefined ? [] : [shortSearchSentence(shortSearch, { t, locale: figures.locale })];
  if (answer.found === null) return [...withoutAnswer(asked, answer), ...brief];
  return [
    foundText(asked, answer),
    thenText(asked, answer),
    sideText(asked, answer),
    jumpText(asked, answer),
    othersText(asked, answer),
    ...brief,
  ].filter((sentence) => sentence !== null);
}
