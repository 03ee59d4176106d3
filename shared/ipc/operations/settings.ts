import { z } from 'zod';
import { packIds } from '#shared/model/packs/define.ts';
import { reportFormats, reportLanguages } from '#shared/model/packs/content.ts';
import { fiscalYear, isoInstant, nothing, op, planSource, scenarioId } from './define.ts';

/** What was chosen for a report the last time. */
const reportChoice = z.strictObject({
  /** Absent: the scenario that is open. */
  plan: planSource.exactOptional(),
  compareWith: planSource.exactOptional(),
  formats: z.array(z.enum(reportFormats)).max(reportFormats.length),
  /** Absent: that of the window. */
  language: z.enum(reportLanguages).exactOptional(),
  partner: scenarioId.exactOptional(),
  /** Absent: the whole plan. */
  fiscalYear: fiscalYear.exactOptional(),
  /** When files were last made with it. */
  madeAt: isoInstant.exactOptional(),
});

export type ReportChoice = z.infer<typeof reportChoice>;

const settingValues = {
  theme: z.enum(['light', 'dark', 'auto']),
  language: z.string().min(2).max(35),
  lastScenarioId: scenarioId,
  grain: z.enum(['period', 'month', 'quarter', 'year']),
  explainPanelWidth: z.int().min(0).max(4000),
  /** Of the names of lines in every grid. */
  labelWidth: z.int().min(0).max(4000),
  /** The name under which edits are journalled; absent means the name of the system's user. */
  profileName: z.string().trim().min(1).max(80),
  /** What is compared, the first being what the others are held against. */
  compared: z.array(planSource).min(2).max(4),
  reports: z.strictObject({
    pack: z.enum(packIds),
    choices: z.partialRecord(z.enum(packIds), reportChoice),
  }),
};

/** What is remembered about the window and its user. A key that was never set is absent. */
export const settingsSchema = z.strictObject({
  theme: settingValues.theme.exactOptional(),
  language: settingValues.language.exactOptional(),
  lastScenarioId: settingValues.lastScenarioId.exactOptional(),
  grain: settingValues.grain.exactOptional(),
  explainPanelWidth: settingValues.explainPanelWidth.exactOptional(),
  labelWidth: settingValues.labelWidth.exactOptional(),
  profileName: settingValues.profileName.exactOptional(),
  compared: settingValues.compared.exactOptional(),
  reports: settingValues.reports.exactOptional(),
});

const settingChanges = z.strictObject({
  theme: settingValues.theme.nullable().exactOptional(),
  language: settingValues.language.nullable().exactOptional(),
  lastScenarioId: settingValues.lastScenarioId.nullable().exactOptional(),
  grain: settingValues.grain.nullable().exactOptional(),
  explainPanelWidth: settingValues.explainPanelWidth.nullable().exactOptional(),
  labelWidth: settingValues.labelWidth.nullable().exactOptional(),
  profileName: settingValues.profileName.nullable().exactOptional(),
  compared: settingValues.compared.nullable().exactOptional(),
  reports: settingValues.reports.nullable().exactOptional(),
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
