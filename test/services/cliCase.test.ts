import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runHeadroom } from '#test/support/commandLine.ts';
import { differences, expectedResults, referenceScenario, scenarioText } from '#test/support/planFixtures.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const fixture = (name: string) => join(project, 'test', 'fixtures', 'plans', `${name}.scenario.json`);

const figure = z.object({
  value: z.number().nullable(),
  formula: z.string().min(1),
  unit: z.string(),
  inputs: z.array(z.object({ label: z.string(), unit: z.string(), value: z.number().nullable() })),
});
const measures = z.object({ npv: figure, irr: figure, payback: figure, roi: figure });
const caseSchema = z.object({
  bases: z.object({ cash: measures, everything: measures, everythingAtFullConfidence: measures }),
  parts: z.array(z.object({ id: z.string(), inOrder: measures, alone: measures })),
  framework: z.object({ children: z.array(z.object({ kind: z.literal('priority'), npv: figure })) }),
  standingStill: z.object({ presentValue: figure }),
  delays: z.array(z.object({ months: z.number(), cost: figure })),
  sensitivity: z.object({ rows: z.array(z.object({ swing: z.number() })) }),
  breakEvens: z.array(z.object({ value: z.object({ value: z.number().nullable() }) })),
  quickWins: z.array(z.object({ id: z.string(), horizon: z.string() })),
  cash: z.array(z.object({ id: z.string(), condition: z.string() })),
});

describe('headroom case FILE', () => {
  it('--json holds the whole case, whose worth is that of the reference', async () => {
    const { code, stdout, stderr } = await runHeadroom([
      'case',
      fixture('businessCase'),
      '--json',
      '--delay',
      '3',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = caseSchema.parse(JSON.parse(stdout));
    const expected = z
      .object({
        businessCase: z.object({
          npv: z.number(),
          irr: z.number(),
          paybackMonths: z.number(),
          roi: z.number(),
        }),
      })
      .parse(expectedResults('businessCase')).businessCase;
    const { npv, irr, payback, roi } = found.bases.everything;
    const actual = { npv: npv.value, irr: irr.value, paybackMonths: payback.value, roi: roi.value };
    expect(differences(expected, actual, 'businessCase')).toEqual([]);
    expect(found.delays.map(({ months }) => months)).toEqual([0, 1, 2, 3]);
    expect(found.parts.map(({ id }) => id)).toEqual(['summaries', 'retention', 'portal']);
  });

  it('plan --json holds the business case of the reference', async () => {
    const { code, stdout } = await runHeadroom(['plan', fixture('businessCase'), '--json']);
    expect(code).toBe(0);
    const part = z.object({ businessCase: z.unknown() });
    const expected = part.parse(expectedResults('businessCase'));
    expect(expected.businessCase).toBeDefined();
    expect(differences(expected, part.parse(JSON.parse(stdout)))).toEqual([]);
  });

  it('prints it in words and tables', async () => {
    const { code, stdout, stderr } = await runHeadroom(['case', fixture('businessCase'), '--change', '10']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of [
      'Business case: business case (36 periods from 2027-01-01, money in USD)',
      'Net present value',
      '1,164,098',
      'Standing still costs 882,743 over the plan, 726,742 today.',
      'NPV at −10.0 %',
      'Automatic call summaries is cash by itself, since hires follow the requirement.',
    ])
      expect(stdout).toContain(line);
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('names the hires that are not made where they are planned by hand', async () => {
    const scenario = referenceScenario('businessCase');
    const staffGroups = scenario.staffGroups.map((group) => ({
      ...group,
      hiring: { mode: 'manual', perMonth: 2, classes: [{ start: '2027-09-13', people: 8 }] },
    }));
    const stdin = JSON.stringify({ ...scenario, staffGroups });
    const { code, stdout } = await runHeadroom(['case', '-'], { stdin });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Automatic call summaries is cash when these hires are not made \(\d+\.0 people/);
    expect(stdout).toMatch(/ {2}2027-\d\d-\d\d {2}Agents {2}\d\.0/);
  });

  it('tells what an automation really takes away from agents', async () => {
    const scenario = referenceScenario('businessCase');
    const automation = {
      queue: 'voice',
      containedShare: 0.3,
      containedSeconds: 180,
      leakBackShare: 0.4,
      leakBackExtraSeconds: 60,
      contactsPerMonth: 100_000,
      ahtSeconds: 360,
    };
    const initiatives = [{ id: 'bot', name: 'Bot', start: scenario.calendar.start, automation }];
    const stdin = JSON.stringify({ ...scenario, initiatives, statusQuoDrift: [] });
    const words = await runHeadroom(['case', '-', '--delay', '1'], { stdin });
    expect({ code: words.code, stderr: words.stderr }).toEqual({ code: 0, stderr: '' });
    expect(words.stdout).toMatch(/Workload now +10,000/);
    expect(words.stdout).toMatch(/Workload with it +9,300/);
    expect(words.stdout).toMatch(/Handle time that remains +408\.3/);
    // Without effects it does nothing in the plan, and that is said.
    expect(words.stdout).toContain('Its effects or its cost in the plan are not what this comes to');
    const { stdout } = await runHeadroom(['case', '-', '--json', '--delay', '1'], { stdin });
    const part = z.object({
      automation: z.array(
        z.object({
          id: z.literal('bot'),
          isCurrent: z.literal(false),
          net: z.object({ hoursAfter: figure, netDeflection: figure }),
          periods: z.array(z.object({ adoption: z.number(), fteSaved: figure })),
        }),
      ),
    });
    const [found] = part.parse(JSON.parse(stdout)).automation;
    expect(found?.net.netDeflection.value).toBeCloseTo(0.18, 12);
    expect(found?.periods).toHaveLength(36);
  });

  it('has an answer where there is no initiative', async () => {
    const { code, stdout } = await runHeadroom(['case', '-'], { stdin: scenarioText('oneVoiceQueue') });
    expect(code).toBe(0);
    expect(stdout).toContain('No initiative.');
    expect(stdout).toContain('Return on investment: Nothing is invested, so there is no return on it.');
  });

  it.each([
    [[], 'Which scenario? FILE is missing.'],
    [['a', 'b'], 'One FILE at a time'],
    [[fixture('businessCase'), '--delay', 'soon'], '--delay needs a whole number of months'],
    [[fixture('businessCase'), '--change', '0'], '--change needs a whole number of percent'],
    [[fixture('businessCase'), '--wrong'], "Unknown option '--wrong'"],
    [['nowhere.json'], 'nowhere.json'],
  ])('refuses %j in words', async (args, message) => {
    const { code, stdout, stderr } = await runHeadroom(['case', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('explains itself', async () => {
    const { code, stdout } = await runHeadroom(['case', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: headroom case FILE');
  });
});
