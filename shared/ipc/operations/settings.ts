import { z } from 'zod';
import { nothing, op, scenarioId } from './define.ts';

const settingValues = {
  theme: z.enum(['light', 'dark', 'auto']),
  language: z.string().min(2).max(35),
  lastScenarioId: scenarioId,
  grain: z.enum(['period', 'month', 'quarter', 'year']),
  explainPanelWidth: z.int().min(0).max(4000),
  /** The name under which edits are journalled; absent means the name of the system's user. */
  profileName: z.string().trim().min(1).max(80),
};

/** What is remembered about the window and its user. A key that was never set is absent. */
export const settingsSchema = z.strictObject({
  theme: settingValues.theme.exactOptional(),
  language: settingValues.language.exactOptional(),
  lastScenarioId: settingValues.lastScenarioId.exactOptional(),
  grain: settingValues.grain.exactOptional(),
  explainPanelWidth: settingValues.explainPanelWidth.exactOptional(),
  profileName: settingValues.profileName.exactOptional(),
});

const settingChanges = z.strictObject({
  theme: settingValues.theme.nullable().exactOptional(),
  language: settingValues.language.nullable().exactOptional(),
  lastScenarioId: settingValues.lastScenarioId.nullable().exactOptional(),
  grain: settingValues.grain.nullable().exactOptional(),
  explainPanelWidth: settingValues.explainPanelWidth.nullable().exactOptional(),
  profileName: settingValues.profileName.nullable().exactOptional(),
});

/** What is remembered about the window and its user. */
export const settingOperations = {
  'setting.get': op({ input: nothing, output: settingsSchema, faults: [] }),
  /** Sets the keys that are given, forgets those given as null, and returns all of them. */
  'setting.set': op({
    input: settingChanges,
    output: settingsSchema,
    faults: ['not-writable'],
  }),
} as const;
