import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import { lengthChange } from '#shared/model/planLength.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { valueOf } from '#test/support/workspaces.ts';

const deals = 'segments.smb.deals';
const byPeriod = Array.from({ length: 24 }, (_, place) => 100 + place);

function after(document: ScenarioDocument, commands: readonly Command[]): ScenarioDocument {
  return commands.reduce((current, command) => valueOf(applyCommand(current, command)).next, document);
}

const plan = after(salesGrowth(), [
  set('calendar.periods', 24),
  set(deals, { values: byPeriod }),
  set('segments.ent.deals', { values: [5, 6] }),
  set('staffGroups.prague.hiring', { mode: 'manual', perMonth: { values: byPeriod } }),
]);

describe('another length of a plan', () => {
  it('lets inputs by period go on with their last value, and leaves all others as they are', () => {
    const { commands, adapted } = lengthChange(plan, 27);
    const longer = after(plan, commands);
    expect(adapted.toSorted()).toEqual([deals, 'staffGroups.prague.hiring.perMonth']);
    expect(inputAt(longer, deals)).toEqual({ values: [...byPeriod, 123, 123, 123] });
    expect(inputAt(longer, 'segments.ent.deals')).toEqual({ values: [5, 6] });
    expect(longer.calendar.periods).toBe(27);
    expect(validateScenario(longer).ok).toBe(true);
  });

  it('cuts what comes after the end', () => {
    const { commands, adapted } = lengthChange(plan, 12);
    expect(adapted).toHaveLength(2);
    const shorter = after(plan, commands);
    expect(inputAt(shorter, deals)).toEqual({ values: byPeriod.slice(0, 12) });
    const again = after(shorter, lengthChange(shorter, 24).commands);
    expect(inputAt(again, deals)).toEqual({ values: [...byPeriod.slice(0, 12), ...Array(12).fill(111)] });
  });

  it('leaves what is not its own to the base', () => {
    const { adapted, commands } = lengthChange(plan, 12, (path) => path === deals);
    expect(adapted).toEqual([deals]);
    expect(commands).toHaveLength(2);
    expect(lengthChange(plan, 24).commands).toEqual([set('calendar.periods', 24)]);
  });
});
