import { afterEach, describe, expect, it } from 'vitest';
import { scenarioOfBytes } from '#electron/services/scenarioFile.ts';
import { speak } from '#renderer/app/i18n/i18n.ts';
import { faultText, refusalText } from '#renderer/state/faultText.ts';
import { modelLabel, modelMessage, modelText } from '#renderer/state/modelText.ts';
import { foreignProblemText, problemText } from '#renderer/state/problemText.ts';
import { parseFormula } from '#shared/engine/formula.ts';
import { applyCommand } from '#shared/model/commands.ts';
import { inputLabel } from '#shared/model/inputLabel.ts';
import { inputPlace } from '#shared/model/inputPlaces.ts';
import { keyOf } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { malformedScenarios } from '#test/support/malformedScenarios.ts';
import { modelMessages } from '#test/support/modelMessages.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';
import { referencePlans } from '#test/support/planFixtures.ts';

afterEach(async () => {
  await speak(texts, 'en');
});

const languages = ['cs', 'ro', 'ru', 'zh'] as const;
/** In these an English word cannot be mistaken for one of their own. */
const scripts = ['ru', 'zh'] as const;

/** English words that follow each other, apart from what stands in quotes or braces and names of fields and units. */
function englishIn(text: string): readonly string[] {
  const own = text.replaceAll(/"[^"]*"|“[^”]*”|«[^»]*»|\{[^}]*\}|\S+[.[!_]\S+/g, '');
  return own.match(/[A-Za-z]{2,} [a-z]{2,}/g) ?? [];
}

const faults = malformedScenarios.flatMap(({ bytes }) => {
  const read = scenarioOfBytes(bytes);
  return read.ok ? [] : [read.fault];
});
const badFormulas =
  '2 x|a["b"]|1 +|sin(2)|a ? b : c|a = 2|[1, 2]|5 %|a < b < c|if(1)|9^9999|constructor|f(x) = 1|{a: 1}|1:2|(|"a"|a; b'.split(
    '|',
  );

describe.for(languages)('what is refused, in %s', (language) => {
  it('is said in the language, whichever file was refused', async () => {
    await speak(texts, language);
    expect(faults.length).toBeGreaterThan(60);
    const unsaid = faults
      .flatMap(({ message, problems = [] }) => [message, ...problems.map(({ expected }) => expected)])
      // A number or a text that is wanted literally needs no words.
      .filter((message) => !/^(?:"[^"]*"|\d+)$/.test(message) && modelMessage(message) === undefined);
    expect([...new Set(unsaid)]).toEqual([]);
  });

  it('is said of formulas too', async () => {
    await speak(texts, language);
    const messages = badFormulas.map((text) => {
      const parsed = parseFormula(text);
      if (parsed.ok) throw new Error(`${text} is a formula`);
      return parsed.fault.message;
    });
    expect(messages.filter((message) => modelMessage(message) === undefined)).toEqual([]);
  });
});

describe.for(scripts)('no English is left, in %s', (language) => {
  it('in refusals of files', async () => {
    await speak(texts, language);
    const said = faults.flatMap(({ problems = [], ...fault }) => [
      faultText(fault, texts.t),
      ...problems.map((problem) => foreignProblemText(problem, texts.t)),
    ]);
    expect(said.filter((text) => englishIn(text).length > 0)).toEqual([]);
  });

  it('in the names of anything that the five reference plans and the sample hold', async () => {
    await speak(texts, language);
    const english = plans.flatMap((document) =>
      pathsIn(document).flatMap((path) => {
        const { label } = inputLabel(document, path);
        return isOwnName(document, path) || /[\u0250-\uFFFF]/.test(modelLabel(label))
          ? []
          : [`${path}: ${label}`];
      }),
    );
    expect([...new Set(english)].filter((line) => !/: (?:KPI|Id|\d+)$/.test(line))).toEqual([]);
  });

  it('in the lines of their results and what explains them', async () => {
    await speak(texts, language);
    const english = plans.flatMap((document) =>
      figuresOf(document)
        .structure.nodes.filter(({ id, text }) => inputPlace(id)?.name !== '' && text !== modelText(text))
        .filter(({ label, text }) => modelLabel(label, text) === label && !label.startsWith('Erlang'))
        .map(({ id, label }) => `${id}: ${label}`),
    );
    expect([...new Set(english)]).toEqual([]);
  });
});

describe('a refusal in the language of the window', () => {
  const months = () => figuresOf(sample, 'period', 'cs');

  it('names row, period and members as the screen does, and writes dates and numbers as the language does', async () => {
    await speak(texts, 'cs');
    const problem = {
      path: 'staffGroups.prague.queues',
      found: 'shares of "voice" that add up to 0.9 in March 2027 (prague 0.9)',
      expected: 'shares that add up to 1',
    };
    expect(problemText(months(), problem, texts.t)).toBe(
      'Obsluhované fronty, Prague: nalezeno „Voice“: podíly dávají dohromady 0,9 v období březen 2027 (prague 0.9), očekává se podíly, které dávají dohromady 1.',
    );
    const start = { path: 'calendar.start', found: '"1800-01-01"', expected: 'a date from 1900 to 2199' };
    expect(problemText(months(), start, texts.t)).toContain('datum od 1900 do 2199');
    expect(modelMessage('a date on or after 2027-03-05')).toBe('datum 5. 3. 2027 nebo pozdější');
  });

  it('gives the first place that is wrong, or what was said as a whole', async () => {
    await speak(texts, 'zh');
    const figures = figuresOf(sample, 'period', 'zh');
    const applied = applyCommand(sample, { type: 'setInput', path: 'segments.smb.winRate', value: 2 });
    if (!applied.ok) throw new Error(applied.fault.message);
    const checked = validateScenario(applied.value.next);
    if (checked.ok) throw new Error('A win rate of 200 % was taken');
    expect(refusalText(checked.fault, figures, texts.t)).toMatch(/赢单率.*200%.*100%/);
    const whole = { code: 'invalid-plan', message: 'The plan has only 24 periods.' } as const;
    expect(refusalText(whole, figures, texts.t)).toBe('计划只有 24 个期间。');
  });

  it('keeps what only the system knows behind the sentence of its kind', async () => {
    await speak(texts, 'cs');
    expect(faultText({ code: 'not-writable', message: 'EIO: i/o error' }, texts.t)).toMatch(
      /^Do pracovního prostoru .*\(EIO: i\/o error\)$/,
    );
  });
});

it('what the code can say is found in it: sentences, their places, and single words', () => {
  const known = modelMessages();
  for (const sentence of ['There is no input "{{1}}" in this plan.', 'a date from {{1}} to {{2}}', 'nothing'])
    expect(known).toContain(sentence);
  expect(known.filter((sentence) => /^(?:SELECT|\.|#)/.test(sentence))).toEqual([]);
});

const sample = documentOf(sampleFile);
const plans: readonly ScenarioDocument[] = [
  sample,
  ...referencePlans.map((name) => documentOf(`test/fixtures/plans/${name}.scenario.json`)),
];

/** Of a shrinkage component, a member or a reason for leaving the user says the name. */
function isOwnName(document: ScenarioDocument, path: string): boolean {
  const { label, member } = inputLabel(document, path);
  return inputPlace(path)?.name === '' || member.split(', ').includes(label);
}

/** What is inside a series or a profile has no name of its own. */
const UNNAMED =
  /^assumptions|(?:^|\.)(?:values|steps|weights|seasonality|base|growth|formula|from|to|fromDate|toDate)(?:[.[]|$)/;

function pathsIn(document: ScenarioDocument): readonly string[] {
  const inside = (value: unknown, path: string): readonly string[] => {
    if (typeof value !== 'object' || value === null) return [path];
    const parts: readonly (readonly [string, unknown])[] = Array.isArray(value)
      ? value.map((part: unknown, place) => [`.${keyOf(part) ?? place}`, part])
      : Object.entries(value).map(([key, part]) => [path === '' ? key : `.${key}`, part]);
    return [...(path === '' ? [] : [path]), ...parts.flatMap(([key, part]) => inside(part, `${path}${key}`))];
  };
  return inside(document, '').filter((path) => !UNNAMED.test(path));
}
