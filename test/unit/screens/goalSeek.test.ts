import { describe, expect, it } from 'vitest';
import { answerSentences, wishText } from '#renderer/features/goalSeek/answerText.ts';
import { type GoalForm, readForm, spanOf, startForm } from '#renderer/features/goalSeek/goalForm.ts';
import { matchingChoices, numberChoices, numberName } from '#renderer/features/goalSeek/numberChoices.ts';
import { goalWords, mostDealsQuestion } from '#renderer/state/goalQuestions.ts';
import { applyCommand } from '#shared/model/commands.ts';
import { type GoalAnswer, goalSeek, type GoalQuestion } from '#shared/model/goalSeek.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';

const document = documentOf(sampleFile);
const figures = figuresOf(document);

function answerTo(question: GoalQuestion, to: ScenarioDocument = document): GoalAnswer {
  const answer = goalSeek(to, question);
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value;
}

function sentences(question: GoalQuestion, answer: GoalAnswer): readonly string[] {
  return answerSentences({ figures, question, t: texts.t }, answer);
}

const wages: GoalQuestion = {
  path: 'staffGroups.prague.pay.hourlyWage',
  change: 'value',
  result: { id: 'plan.totalCost', grain: 'year', place: 1 },
  want: 'atMost',
  value: 6_000_000,
};

describe('the ready question', () => {
  const question = mostDealsQuestion(figures);

  it("asks for the deals of the first segment at the first queue's goal", () => {
    expect(question).toEqual({
      path: 'segments.smb.deals',
      change: 'factor',
      result: { id: 'queues.voice.serviceLevel', grain: 'period', place: 'all' },
      want: 'atLeast',
      value: 0.8,
    });
    if (question === null) throw new Error('There is no question.');
    expect(texts.t('goalSeek.deals', goalWords(figures, question))).toBe(
      "How many deals can the team support at Voice's 80% in 30 s?",
    );
  });

  it('is answered in words, and what is put into the plan keeps the goal', () => {
    if (question === null) throw new Error('There is no question.');
    const answer = answerTo(question);
    const after = (answer.commands ?? []).reduce<ScenarioDocument>((before, command) => {
      const applied = applyCommand(before, command);
      if (!applied.ok) throw new Error(applied.fault.message);
      return applied.value.next;
    }, document);
    expect(
      spanOf(figuresOf(after), 'queues.voice.serviceLevel', 'period', 'all')?.low,
    ).toBeGreaterThanOrEqual(0.8);
    expect(sentences(question, answer)).toEqual([
      expect.stringMatching(
        /^Deals, Small business: 0\.\d{4} times what stands there; [\d,.]+ deals per month on average instead of [\d,.]+ deals per month\.$/,
      ),
      expect.stringMatching(
        /^Service level, Voice is then at least 80\.0% in every month; now its lowest is 79/,
      ),
      expect.stringMatching(/^This does not hold today; going down, it first holds at 0\.\d{4}\.$/),
    ]);
  });

  it('is not asked where nobody sells or no queue has a service level', () => {
    const segments = document.segments?.map((segment) => ({ ...segment, deals: 0 }));
    expect(mostDealsQuestion(figuresOf({ ...document, segments: segments ?? [] }))?.path).toBeUndefined();
    const starter = figuresOf({
      ...document,
      queues: document.queues?.filter(({ id }) => id === 'email') ?? [],
      staffGroups:
        document.staffGroups?.slice(0, 1).map((group) => ({ ...group, queues: [{ id: 'email' }] })) ?? [],
      events: [],
    });
    expect(mostDealsQuestion(starter)).toBeNull();
  });
});

describe('the form', () => {
  const empty = startForm(figures, {}, null);
  const filled: GoalForm = {
    ...empty,
    resultId: 'queues.voice.serviceLevel',
    value: '82.5 %',
    path: 'segments.smb.deals',
    change: 'factor',
    from: '0.5',
    to: '1.5',
  };

  it('begins with what is selected, as result or as input by what it is', () => {
    const result = startForm(figures, {}, { id: 'plan.totalCost', grain: 'period', place: 3 });
    expect(result).toMatchObject({ resultId: 'plan.totalCost', grain: 'period', place: 3, path: '' });
    const input = startForm(figures, {}, { id: 'segments.smb.churn', grain: 'period', place: 3 });
    expect(input).toMatchObject({ resultId: '', path: 'segments.smb.churn', change: 'factor' });
    const talk = { id: 'queues.voice.handleTime.talk', grain: 'period', place: 0 } as const;
    expect(startForm(figures, {}, talk)).toMatchObject({ path: talk.id, change: 'value' });
  });

  it('is read with the units of result and input', () => {
    expect(readForm(figures, filled)).toEqual({
      question: {
        path: 'segments.smb.deals',
        change: 'factor',
        from: 0.5,
        to: 1.5,
        result: { id: 'queues.voice.serviceLevel', grain: 'year', place: 1 },
        want: 'atLeast',
        value: 0.825,
      },
      problems: {},
    });
    const churn = { ...filled, path: 'segments.smb.churn', change: 'value', from: '1', to: '3%' } as const;
    expect(readForm(figures, churn).question).toMatchObject({ from: 0.01, to: 0.03 });
    const cost = { ...filled, resultId: 'plan.totalCost', value: '€6,000,000' };
    expect(readForm(figures, cost).question).toMatchObject({ value: 6e6 });
  });

  it.each<[string, Partial<GoalForm>, object]>([
    [
      'nothing is chosen',
      { resultId: '', path: '', value: '' },
      { result: 'empty', input: 'empty', value: 'empty' },
    ],
    ['the value is no number', { value: 'many' }, { value: 'notANumber' }],
    ['the range is backwards', { from: '2', to: '1' }, { to: 'notAbove' }],
    ['the range is nothing', { from: '', to: '0' }, { to: 'notAbove' }],
  ])('asks nothing while %s', (_, part, problems) => {
    expect(readForm(figures, { ...filled, ...part })).toEqual({ question: null, problems });
  });
});

describe('the choice of a number', () => {
  it.each(['measure', 'input'] as const)('names every %s, and no two alike', (kind) => {
    const choices = numberChoices(figures, kind);
    const nodes = [...figures.nodes.values()].filter(
      (node) => node.kind === kind && !node.id.startsWith('calendar.'),
    );
    expect(choices.map(({ value }) => value).toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
    const labels = choices.map(({ label }) => label);
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
  });

  it('finds a number by words in any order, those that begin with them first', () => {
    const found = matchingChoices(numberChoices(figures, 'measure'), 'voice level', 5);
    expect(found[0]?.label).toBe('Service level, Voice');
    const cost = matchingChoices(numberChoices(figures, 'measure'), 'total cost', 5);
    expect(cost[0]?.value).toBe(cost.find(({ label }) => label.startsWith('Total cost'))?.value);
    expect(numberName(figures, 'plan.totalCost')).toBe('Total cost');
  });
});

describe('the answer in words', () => {
  it('says a value, what comes of it, and how far it holds', () => {
    expect(wishText({ figures, question: wages, t: texts.t })).toBe(
      'Total cost at most €6,000,000 in FY2028',
    );
    const [found, then, side] = sentences(wages, answerTo(wages));
    expect(found).toMatch(/^Hourly wage, Prague: €\d+\.\d{3}, now €\d+\.\d{3} on average\.$/);
    expect(then).toMatch(
      /^Total cost is then €(?:6,000,000|5,999,999) in FY2028; now it is €6,\d{3},\d{3}\.$/,
    );
    expect(side).toMatch(/^This does not hold today; going down, it first holds at €\d+\.\d{3}\.$/);
  });

  it('says how far up a wish holds that holds today', () => {
    const enough: GoalQuestion = { ...wages, value: 9_000_000 };
    expect(sentences(enough, answerTo(enough)).at(-1)).toMatch(
      /^This holds today already; going up, it holds as far/,
    );
  });

  it('says when there is no answer, what is closest, and when anything will do', () => {
    const tooLittle: GoalQuestion = { ...wages, value: 1 };
    expect(sentences(tooLittle, answerTo(tooLittle))).toEqual([
      expect.stringMatching(/^No answer between €0\.000 and €\d+\.\d{3}\.$/),
      expect.stringMatching(
        /^The closest is €0\.000, with Total cost at €[\d,]+; now it is €6,\d{3},\d{3}\.$/,
      ),
      expect.stringMatching(/wider range/),
    ]);
    const anything: GoalQuestion = { ...wages, want: 'atLeast', value: 1 };
    expect(sentences(anything, answerTo(anything))[0]).toMatch(/^This holds everywhere between €0\.000 and/);
  });

  it('names the other places of a result that turns back, and a jump over the goal', () => {
    const question: GoalQuestion = { ...wages, want: 'equal' };
    const point = { input: 20, result: 6_000_000 };
    const answer: GoalAnswer = {
      found: point,
      others: [{ input: 25.5, result: 6_000_000 }],
      isAlwaysMet: false,
      present: { input: 10, result: 5 },
      nearest: point,
      ends: [point, point],
    };
    expect(sentences(question, answer).at(-1)).toBe('The same result comes out also at €25.500.');
    const jumped = { ...answer, others: [], found: { input: 20, result: 6_100_000 } };
    expect(sentences(question, jumped).at(-1)).toMatch(/^The result jumps past €6,000,000 there/);
  });
});
