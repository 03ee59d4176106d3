import { expect, it } from 'vitest';
import { pathOfNumber } from '#renderer/state/pathOfNumber.ts';
import { budgetRows } from '#renderer/features/budget/budgetRows.ts';
import { demandRows } from '#renderer/features/demand/demandRows.ts';
import { peopleRows } from '#renderer/features/people/peopleRows.ts';
import { staffingRows } from '#renderer/features/staffing/staffingRows.ts';
import { columnWidthFor } from '#renderer/state/columnWidth.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { type PlanRow, sheetRows } from '#renderer/state/planRows.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';

function screensOf({ structure, document }: PlanFigures): Readonly<Record<string, readonly PlanRow[]>> {
  return {
    demand: demandRows(structure, texts.t),
    staffing: staffingRows(structure, texts.t),
    people: peopleRows(structure, texts.t),
    budget: budgetRows(structure, document, texts.t),
  };
}

function nodesOf(rows: readonly PlanRow[]): readonly string[] {
  return rows.flatMap((row) => {
    if ('group' in row) return nodesOf(row.rows);
    return 'node' in row ? [row.node] : [];
  });
}

const plans = [
  sampleFile,
  'resources/sample/starter.scenario.json',
  'test/fixtures/plans/salesGrowth.scenario.json',
  'test/fixtures/plans/weeklyRamp.scenario.json',
  'test/fixtures/plans/businessCase.scenario.json',
] as const;

/** Inputs that do nothing to their member: a partner's own pay and hiring costs are in its price, a waiting queue keeps no backlog. */
function isWithoutEffect({ document }: PlanFigures, id: string): boolean {
  const [, ownerId = ''] = id.split('.');
  const isPartner = document.staffGroups?.find((group) => group.id === ownerId)?.vendor !== undefined;
  const model = document.queues?.find((queue) => queue.id === ownerId)?.model;
  if (isPartner && /\.pay\.|\.costs\.(?!technologyPerSeat)/.test(id)) return !/overtimeMax/.test(id);
  if (model === 'workload')
    return /\.(?:concurrency|goal\.(?:serviceLevel|asa|maxAbandon)|patience)$/.test(id);
  return (
    model !== undefined &&
    (id.endsWith('.clearBacklog') || (model === 'erlangC' && id.endsWith('.maxAbandon')))
  );
}

it.each(plans)('%s: every input can be typed in on one of the four screens', (file) => {
  const figures = figuresOf(documentOf(file));
  const shown = new Set(Object.values(screensOf(figures)).flatMap(nodesOf));
  const inputs = figures.structure.nodes.filter(
    ({ kind, id }) => kind === 'input' && !/^(?:drivers|initiatives)\./.test(id),
  );
  expect(inputs.length).toBeGreaterThan(30);
  const missing = inputs.map(({ id }) => id).filter((id) => !shown.has(id) && !isWithoutEffect(figures, id));
  expect(missing).toEqual([]);
});

it.each(plans)('%s: no line or group stands twice on a screen', (file) => {
  const figures = figuresOf(documentOf(file));
  for (const rows of Object.values(screensOf(figures))) {
    const ids = sheetRows(figures, rows).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  }
});

it.each(plans)('%s: from its explanation every number leads to a screen that shows it', (file) => {
  const figures = figuresOf(documentOf(file));
  const screens = Object.entries(screensOf(figures)).map(([name, rows]) => ({
    path: `/${name}`,
    ids: new Set(nodesOf(rows)),
  }));
  const shown = figures.structure.nodes.filter(({ id }) => screens.some(({ ids }) => ids.has(id)));
  expect(shown.length).toBeGreaterThan(80);
  const lost = shown.filter(
    ({ id }) => !screens.some(({ path, ids }) => path === pathOfNumber(id) && ids.has(id)),
  );
  expect(lost.map(({ id }) => `${id} -> ${pathOfNumber(id)}`)).toEqual([]);
});

function inputRows(rows: readonly PlanRow[]): readonly Extract<PlanRow, { readonly node: string }>[] {
  return rows.flatMap((row) => {
    if ('group' in row) return inputRows(row.rows);
    return 'node' in row ? [row] : [];
  });
}

it.each(plans)(
  '%s: an input has the name that it has everywhere, and no other line of its group has it',
  (file) => {
    const figures = figuresOf(documentOf(file));
    // Causes of shrinkage and budget lines are inputs that have names of their own.
    const isNamed = (id: string) => /\.(?:outOfOffice|inOffice)\.|^budgetLines\./.test(id);
    for (const rows of Object.values(screensOf(figures))) {
      for (const { node, label } of inputRows(rows)) {
        const isInput = figures.nodes.get(node)?.kind === 'input';
        if (isInput && !isNamed(node)) expect([node, label]).toEqual([node, undefined]);
      }
      for (const group of rows) {
        const lines = sheetRows(figures, [group]).filter(({ kind }) => kind !== 'group');
        const inputs = lines.filter(({ kind }) => kind === 'input').map(({ label }) => label);
        const doubled = inputs.filter((label) => lines.filter((line) => line.label === label).length > 1);
        expect(doubled).toEqual([]);
      }
    }
  },
);

it('offers goals that are not set yet, and only those that the model of the queue knows', () => {
  const figures = figuresOf(documentOf(sampleFile));
  const ids = sheetRows(figures, staffingRows(figures.structure, texts.t)).map(({ id }) => id);
  expect(ids).toContain('queues.voice.goal.asa');
  expect(ids).toContain('queues.voice.goal.maxAbandon');
  expect(ids).toContain('queues.email.clearBacklog');
  expect(ids).not.toContain('queues.email.goal.serviceLevel');
  expect(ids).not.toContain('queues.email.asa');
});

it('names a budget line with its account', () => {
  const figures = figuresOf(documentOf(sampleFile));
  const rows = sheetRows(figures, budgetRows(figures.structure, figures.document, texts.t));
  expect(rows.find(({ id }) => id === 'budgetLines.kb.perMonth')?.label).toBe('Knowledge base (6420)');
});

it('makes columns as wide as the longest number needs, and no wider than usual where numbers are short', () => {
  const document = documentOf(sampleFile);
  const people = figuresOf(document, 'year');
  expect(columnWidthFor(people, sheetRows(people, peopleRows(people.structure, texts.t)))).toBe(84);
  const large: ScenarioDocument = {
    ...document,
    segments: (document.segments ?? []).map((segment) => ({ ...segment, revenuePerCustomer: 4_900_000 })),
  };
  const demand = figuresOf(large, 'year');
  const width = columnWidthFor(demand, sheetRows(demand, demandRows(demand.structure, texts.t)));
  // 17 digits and separators of bold text at 13 pixels take about 130 pixels.
  expect(width).toBeGreaterThan(130);
});
