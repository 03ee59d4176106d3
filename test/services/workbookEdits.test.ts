import { readXlsx, type Workbook } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { replaceAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { noLibreOffice, recalculated } from '#test/support/libreOffice.ts';
import { type ReferencePlan, referencePlans, referenceScenario } from '#test/support/planFixtures.ts';
import {
  cellAt,
  differentCells,
  formulaCells,
  inputRow,
  measureRow,
  numberXml,
  withCells,
  workbookOf,
} from '#test/support/workbookCells.ts';

if (noLibreOffice !== undefined) console.log(`Skipped: ${noLibreOffice}`);

type Changes = Readonly<Record<string, number>>;

function changed(document: ScenarioDocument, changes: Changes): ScenarioDocument {
  let next: unknown = document;
  for (const [path, value] of Object.entries(changes)) {
    const replaced = replaceAt(next, path, value);
    if (!replaced.ok) throw new Error(replaced.fault.message);
    next = replaced.value;
  }
  const scenario = validateScenario(next);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.fault));
  return scenario.value;
}

/** The workbook with numbers typed into its blue cells. */
async function typed(bytes: Uint8Array, changes: Changes): Promise<Uint8Array> {
  const workbook = await readXlsx(bytes, { readStyles: false });
  const cells = Object.entries(changes).map(
    ([path, value]) => [`C${inputRow(workbook, path) + 1}`, numberXml(value)] as const,
  );
  return withCells(bytes, 'Inputs', new Map(cells));
}

interface Edited {
  /** What LibreOffice makes of the changed file. */
  readonly office: Workbook;
  /** The workbook of the plan with the same change. */
  readonly app: Workbook;
  readonly before: Workbook;
}

async function edited(plan: ReferencePlan, changes: Changes): Promise<Edited> {
  const document = referenceScenario(plan);
  const bytes = await workbookOf(document);
  return {
    office: await recalculated(await typed(bytes, changes)),
    app: await readXlsx(await workbookOf(changed(document, changes)), { readStyles: false }),
    before: await readXlsx(bytes, { readStyles: false }),
  };
}

/** On every sheet: whether its engine results still belong to the inputs. */
const STATE_ROW = 1;
/** Sheets with copies of what was computed at the time of the export. */
const KEPT = new Set(['Checks', 'Business case']);

function differences({ office, app }: Edited, isLookedAt: (sheet: string) => boolean): readonly string[] {
  return differentCells(
    app,
    office,
    formulaCells(app).filter(({ sheet, row }) => row !== STATE_ROW && !KEPT.has(sheet) && isLookedAt(sheet)),
  );
}

/** Input changes that need no queueing: pay, burdens, prices, the money side of deals, costs by head and seat. */
const moneyChanges: Readonly<Record<ReferencePlan, Changes>> = {
  oneVoiceQueue: {
    'staffGroups.agents.pay.annualSalary.base': 41_250,
    'staffGroups.agents.pay.statutoryBurden': 0.31,
    'staffGroups.agents.costs.costPerHire': 2750,
  },
  salesGrowth: {
    'staffGroups.prague.pay.benefitsBurden': 0.17,
    'staffGroups.partner.vendor.price.base': 19.4,
    'staffGroups.prague.costs.severancePerLeaver': 910,
  },
  weeklyRamp: {
    'staffGroups.team.pay.overtimeMultiplier': 1.75,
    'staffGroups.team.pay.bonusRate': 0.11,
    'staffGroups.team.costs.trainingPerHire': 1900,
  },
  businessCase: {
    'staffGroups.agents.pay.statutoryBurden': 0.29,
    'staffGroups.agents.costs.costPerHire': 1111,
    'initiatives.portal.oneOff': 250_000,
  },
  autoHiring: {
    'staffGroups.agents.costs.severancePerLeaver': 1500,
    'staffGroups.agents.costs.technologyPerSeat': 210,
    'staffGroups.agents.costs.facilityPerSeat': 345,
  },
};

describe.skipIf(noLibreOffice !== undefined).for(Object.entries(moneyChanges))(
  'three inputs typed into the workbook of %s',
  ([name, changes]) => {
    it('recalculate to what the plan says with the same change', async () => {
      const plan = referencePlans.find((known) => known === name);
      if (plan === undefined) throw new Error(`There is no plan "${name}"`);
      const found = await edited(plan, changes);
      const row = measureRow(found.app, 'Plan', 'Total cost');
      expect(cellAt(found.app, 'Plan', row, 3)).not.toBe(cellAt(found.before, 'Plan', row, 3));
      expect(differences(found, () => true)).toEqual([]);
      const needs = measureRow(found.office, 'Agents', 'Results that need Headroom');
      expect(cellAt(found.office, 'Agents', needs, 3)).toBe(0);
    });
  },
);

describe.skipIf(noLibreOffice !== undefined)('inputs that the queueing engine needs', () => {
  it('attrition, shrinkage and ramp move people and cost, and mark the service that is stale', async () => {
    const found = await edited('oneVoiceQueue', {
      'staffGroups.agents.attrition': 0.52,
      'staffGroups.agents.ramp.rampWeeks': 9,
      'staffGroups.agents.shrinkage.inOffice.coaching': 0.061,
    });
    expect(
      differences(found, (sheet) => sheet === 'Requirement' || sheet === 'People' || sheet === 'Cohorts'),
    ).toEqual([]);
    const needs = measureRow(found.office, 'Agents', 'Results that need Headroom');
    const ratio = measureRow(found.app, 'Service', 'Staffing ratio', 'Agents, Voice');
    const columns = Array.from({ length: 12 }, (_, t) => 3 + t);
    const moved = columns.filter((column) => {
      const [before, after] = [found.before, found.app].map((book) =>
        Number(cellAt(book, 'Service', ratio, column)),
      );
      return Math.abs((before ?? 0) - (after ?? 0)) > 1e-9;
    });
    expect(moved.length).toBeGreaterThan(6);
    expect(cellAt(found.office, 'Agents', needs, 3)).toBe(moved.length);
    expect(cellAt(found.office, 'Plan', STATE_ROW, 0)).toMatch(/^Needs Headroom\. .*: \d+\./);
    const level = measureRow(found.office, 'Service', 'Answered in time', 'Voice');
    const [column = 3] = moved.slice(-1);
    const [then, now, stale] = [found.before, found.app, found.office].map((book) =>
      Number(cellAt(book, 'Service', level, column)),
    );
    expect(stale).toBeCloseTo(then ?? 0, 6);
    expect(Math.abs((now ?? 0) - (then ?? 0))).toBeGreaterThan(1);
  });

  it('a business case whose costs changed says that it needs Headroom', async () => {
    const { office } = await edited('businessCase', moneyChanges.businessCase);
    const row = measureRow(office, 'Business case', 'Needs Headroom: periods that changed');
    expect(cellAt(office, 'Business case', row, 3)).toBeGreaterThan(30);
  });

  it('a change of pay marks hiring that was planned for other pay', async () => {
    const { office } = await edited('autoHiring', { 'staffGroups.agents.pay.hourlyWage': 31 });
    const needs = measureRow(office, 'Agents', 'Results that need Headroom');
    expect(cellAt(office, 'Agents', needs, 3)).toBeGreaterThan(0);
  });
});
