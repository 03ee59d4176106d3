import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { automationCommands, type AutomationChange } from '#shared/model/deciding/automation/description.ts';
import { automationStudy } from '#shared/model/deciding/automation/study.ts';
import { decidingWork } from '#shared/model/deciding/decidingWork.ts';
import { instantiateInitiative } from '#shared/model/deciding/library/instantiate.ts';
import { initiativeTemplates } from '#shared/model/deciding/library/templates.ts';
import { removalOf } from '#shared/model/removal.ts';
import type { Initiative, Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { checked, valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const base = checked({ ...referenceScenario('businessCase'), initiatives: [], statusQuoDrift: [] });

function withChatbot(): Scenario {
  const template = initiativeTemplates.find(({ id }) => id === 'chatbot');
  if (template === undefined) throw new Error('The library has no chatbot');
  const bot = valueOf(instantiateInitiative(template, { queue: 'voice' }, base));
  return checked({ ...base, initiatives: [bot] });
}

function bot({ initiatives }: Scenario): Initiative {
  const [first] = initiatives;
  if (first === undefined) throw new Error('There is no initiative');
  return first;
}

function study(scenario: Scenario) {
  const found = valueOf(automationStudy(scenario, bot(scenario)));
  if (found === undefined) throw new Error('The initiative describes no automation');
  return found;
}

function applied(scenario: Scenario, commands: readonly Command[]): Scenario {
  return checked(
    commands.reduce<ScenarioDocument>(
      (document, command) => valueOf(applyCommand(document, command)).next,
      scenario,
    ),
  );
}

function changed(scenario: Scenario, change: AutomationChange): Scenario {
  const { present } = study(scenario);
  return applied(scenario, valueOf(automationCommands(scenario, bot(scenario), present, change)));
}

const published: AutomationChange = {
  containedShare: 0.3,
  containedSeconds: 180,
  leakBackShare: 0.4,
  leakBackExtraSeconds: 60,
  contactsPerMonth: 100_000,
  ahtSeconds: 360,
};

describe('the automation of an initiative', () => {
  const scenario = withChatbot();

  it('comes with the chatbot of the library and is what its effects come to', () => {
    expect(bot(scenario).automation).toMatchObject({ queue: 'voice', containedShare: 0.45 });
    expect(study(scenario).isCurrent).toBe(true);
  });

  it('turns 10,000 hours into 9,300 and leaves 408 seconds with the published numbers', () => {
    const { net, isCurrent } = study(changed(scenario, published));
    expect(net.hoursBefore.value).toBeCloseTo(10_000, 6);
    expect(net.hoursAfter.value).toBeCloseTo(9300, 6);
    expect(Math.round(net.remainingAht.value ?? 0)).toBe(408);
    expect(isCurrent).toBe(true);
  });

  it('changes effects and running cost in the same step, and leaves other effects alone', () => {
    const other = { target: 'staffGroups.agents.attrition', op: 'multiply', value: 0.9, confidence: 1 };
    const target = base.staffGroups[0]?.id ?? '';
    const more = checked({
      ...scenario,
      initiatives: [
        {
          ...bot(scenario),
          effects: [...bot(scenario).effects, { ...other, target: `staffGroups.${target}.attrition` }],
        },
      ],
    });
    const after = bot(
      changed(more, { containedShare: 0, licencePerMonth: 7, pricePerConversation: 1, confidence: 0.5 }),
    );
    expect(after.recurring).toBe(7);
    expect(after.effects.at(-1)?.target).toBe(`staffGroups.${target}.attrition`);
    expect(after.effects.filter(({ target: at }) => at.startsWith('queues.voice'))).not.toEqual([]);
    for (const { op, value, target: at } of after.effects.slice(0, -1))
      expect(`${at} ${value}`).toBe(`${at} ${op === 'add' ? 0 : 1}`);
  });

  it('moves its effects to another queue and takes them from the first', () => {
    const [voice] = base.queues;
    const queues = [...base.queues, { ...voice, id: 'other', name: 'Other' }];
    const staffGroups = base.staffGroups.map((group, place) =>
      place === 0 ? { ...group, queues: [...group.queues, { id: 'other', share: 1 }] } : group,
    );
    const after = bot(changed(checked({ ...scenario, queues, staffGroups }), { queue: 'other' }));
    expect(after.automation?.queue).toBe('other');
    expect(after.effects.length).toBeGreaterThan(2);
    expect(after.effects.every(({ target }) => target.startsWith('queues.other.'))).toBe(true);
  });

  it('says that it has to be worked out again when its effects are others, and does so', () => {
    const [first, ...rest] = bot(scenario).effects;
    if (first === undefined) throw new Error('The chatbot has no effect');
    const touched = checked({
      ...scenario,
      initiatives: [{ ...bot(scenario), effects: [{ ...first, value: first.value + 0.1 }, ...rest] }],
    });
    expect(study(touched).isCurrent).toBe(false);
    expect(study(changed(touched, {})).isCurrent).toBe(true);
  });

  it('goes back to what the plan says when a number of its own is taken away', () => {
    const own = changed(scenario, published);
    const back = changed(own, { contactsPerMonth: undefined, ahtSeconds: undefined });
    expect(bot(back).automation).not.toHaveProperty('ahtSeconds');
    const { net, present } = study(back);
    expect(net.hoursBefore.value).toBeCloseTo((present.contactsPerMonth * present.ahtSeconds) / 3600, 6);
  });

  it('refuses what is impossible with a sentence', () => {
    const { present } = study(scenario);
    const refused = automationCommands(scenario, bot(scenario), present, { containedShare: 1.2 });
    expect(refused.ok ? '' : refused.fault.message).toMatch(/containedShare.*0 to 1/);
    const nowhere = validateScenario({
      ...scenario,
      initiatives: [{ ...bot(scenario), automation: { queue: 'nowhere' } }],
    });
    expect(nowhere.ok ? '' : nowhere.fault.message).toMatch(/nowhere.*a queue of this plan/);
  });

  it('is told by period: adoption grows, and what is saved is without less with', () => {
    const { periods, hoursSavedInPlan } = study(scenario);
    const adoption = periods.map((period) => period.adoption);
    expect(adoption).toEqual(adoption.toSorted((a, b) => a - b));
    expect(adoption.at(-1)).toBe(1);
    const saved = periods.reduce((sum, { hoursSaved }) => sum + (hoursSaved.value ?? Number.NaN), 0);
    expect(saved).toBeCloseTo(hoursSavedInPlan.value ?? Number.NaN, 6);
    for (const { hoursBefore, hoursAfter, hoursSaved, ahtBefore, aht } of periods) {
      expect(hoursSaved.value).toBeCloseTo((hoursBefore ?? 0) - (hoursAfter ?? 0), 9);
      expect(aht.value).toBeGreaterThan(ahtBefore ?? Number.NaN);
    }
  });

  it('starting after the plan saves and costs nothing, and says so', () => {
    const late = checked({ ...scenario, initiatives: [{ ...bot(scenario), start: '2099-01-01' }] });
    const { fteSavedInPlan, hoursSavedInPlan, costInPlan, costPerHourInPlan } = study(late);
    expect(fteSavedInPlan).toMatchObject({ value: 0, reason: 'starts-after-plan' });
    expect(hoursSavedInPlan.value).toBeCloseTo(0, 6);
    expect(costInPlan.value).toBe(0);
    expect(costPerHourInPlan).toMatchObject({ value: null, reason: 'nothing-to-divide' });
  });

  it('is shown also while the initiative is left out', () => {
    const out = checked({ ...scenario, initiatives: [{ ...bot(scenario), isCounted: false }] });
    expect(study(out).hoursSavedInPlan.value).toBe(study(scenario).hoursSavedInPlan.value);
    const task = { kind: 'automation', document: out, initiativeId: 'nobody' } as const;
    const none = decidingWork(task, () => undefined);
    expect(none.ok ? '' : none.fault.message).toMatch(/"nobody" describes no automation/);
  });

  it('goes with its queue', () => {
    const commands = removalOf(scenario, 'queues', 'voice').commands;
    const left = commands.reduce<ScenarioDocument>(
      (document, command) => valueOf(applyCommand(document, command)).next,
      scenario,
    );
    expect(left.initiatives?.[0]?.automation).toBeUndefined();
  });
});
