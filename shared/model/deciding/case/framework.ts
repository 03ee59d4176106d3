import { type Figure, figuresOf } from '../figure.ts';
import type { CasePart } from './parts.ts';

const figure = figuresOf('framework', {
  npv: {
    label: 'Net present value',
    unit: 'money',
    text: 'What the initiatives below add to the case, in list order; the parts add up to the whole.',
    formula: 'Σ NPV of the initiatives below',
  },
  cashNpv: {
    label: 'Net present value in cash',
    unit: 'money',
    text: 'The same, of cashable benefits and avoided hires only.',
    formula: 'Σ NPV of the cashable and avoided-hire initiatives below',
  },
  benefit: {
    label: 'Benefit',
    unit: 'money',
    text: 'What the initiatives below bring over the plan.',
    formula: 'Σ benefit of the initiatives below',
  },
  investment: {
    label: 'Investment',
    unit: 'money',
    text: 'What the initiatives below cost over the plan.',
    formula: 'Σ investment of the initiatives below',
  },
});

export type FrameworkKind = 'case' | 'priority' | 'kpi' | 'initiative';

/** A node of the tree from the organisation's priorities down to what is done for them. */
export interface FrameworkNode {
  readonly kind: FrameworkKind;
  /** Empty where no KPI or priority is named. */
  readonly name: string;
  /** Of an initiative. */
  readonly id?: string;
  readonly npv: Figure;
  readonly cashNpv: Figure;
  readonly benefit: Figure;
  readonly investment: Figure;
  readonly children: readonly FrameworkNode[];
}

export interface FrameworkLeaf {
  readonly part: CasePart;
  readonly kpi: string;
  readonly priority: string;
}

function sum(leaves: readonly FrameworkLeaf[], value: (part: CasePart) => number | null): number | null {
  return leaves.reduce<number | null>((whole, { part }) => {
    const own = value(part);
    return whole === null || own === null ? null : whole + own;
  }, 0);
}

function node(
  kind: FrameworkKind,
  name: string,
  leaves: readonly FrameworkLeaf[],
  children: readonly FrameworkNode[],
): FrameworkNode {
  const inputs = (value: (part: CasePart) => number | null) =>
    leaves.map(({ part }) => ({ label: part.name, unit: 'money' as const, value: value(part) }));
  const npv = (part: CasePart) => part.inOrder.npv.value;
  const cash = (part: CasePart) => (part.isCash ? part.inOrder.npv.value : 0);
  const benefit = (part: CasePart) => part.inOrder.benefit.value;
  const investment = (part: CasePart) => part.inOrder.investment.value;
  return {
    kind,
    name,
    npv: figure('npv', sum(leaves, npv), inputs(npv)),
    cashNpv: figure('cashNpv', sum(leaves, cash), inputs(cash)),
    benefit: figure('benefit', sum(leaves, benefit), inputs(benefit)),
    investment: figure('investment', sum(leaves, investment), inputs(investment)),
    children,
  };
}

/** Leaves with the same name under one node, in the order in which the names first come. */
function grouped(
  leaves: readonly FrameworkLeaf[],
  nameOf: (leaf: FrameworkLeaf) => string,
  make: (name: string, leaves: readonly FrameworkLeaf[]) => FrameworkNode,
): readonly FrameworkNode[] {
  const names = [...new Set(leaves.map(nameOf))];
  return names.map((name) =>
    make(
      name,
      leaves.filter((leaf) => nameOf(leaf) === name),
    ),
  );
}

/** Priority → KPI → initiative, with the money that hangs on each node. */
export function frameworkTree(name: string, leaves: readonly FrameworkLeaf[]): FrameworkNode {
  const initiative = (leaf: FrameworkLeaf): FrameworkNode => ({
    ...node('initiative', leaf.part.name, [leaf], []),
    id: leaf.part.id,
  });
  const kpi = (kpiName: string, below: readonly FrameworkLeaf[]) =>
    node('kpi', kpiName, below, below.map(initiative));
  const priority = (priorityName: string, below: readonly FrameworkLeaf[]) =>
    node(
      'priority',
      priorityName,
      below,
      grouped(below, (leaf) => leaf.kpi, kpi),
    );
  return node(
    'case',
    name,
    leaves,
    grouped(leaves, (leaf) => leaf.priority, priority),
  );
}
