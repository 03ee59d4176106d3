import { linesOf } from './lines/all.ts';
import type { Line } from './lines/define.ts';
import type { Scenario } from './scenario.ts';

/**
 * The things of a plan that have measures of their own, and how they hang together: a formula of a queue can read its
 * demand rows, a demand row its segment, and so on.
 */
export const dimensions = [
  'plan',
  'drivers',
  'segments',
  'queues',
  'demand',
  'groups',
  'routes',
  'openingCohorts',
  'outOfOffice',
  'inOffice',
  'support',
  'budgetLines',
  'initiatives',
] as const;

export type Dimension = (typeof dimensions)[number];

export interface Member {
  readonly dimension: Dimension;
  readonly id: string;
  /** What a person calls it. */
  readonly name: string;
  /** Prefix of its measures: `groups.prague`. */
  readonly key: string;
  /** Prefix of its inputs: `staffGroups.prague`. */
  readonly inputKey: string;
  /** Its piece of the scenario. */
  readonly source: unknown;
  /** Members whose measures its formulas may read by their bare names, nearest first. */
  readonly links: Readonly<Record<string, Member>>;
  /** Which of several formulas holds for it, by the name of the choice. */
  readonly traits: Readonly<Record<string, string>>;
  /** Its measures by name in the order of the chain, the user's own last. */
  readonly lines: ReadonlyMap<string, Line>;
  /** Members it can add up over. Filled while the members are put together. */
  readonly collections: Map<string, readonly Member[]>;
}

export interface Members {
  readonly plan: Member;
  readonly all: readonly Member[];
  of(dimension: Dimension): readonly Member[];
}

type Head = Pick<Member, 'dimension' | 'id' | 'source'> & Partial<Member>;

function member(head: Head): Member {
  const key = head.key ?? `${head.dimension}.${head.id}`;
  return {
    name: head.id,
    inputKey: key,
    links: {},
    traits: {},
    collections: new Map(),
    lines: linesOf(head.dimension),
    ...head,
    key,
  };
}

function segmentMembers(scenario: Scenario): Member[] {
  return scenario.segments.map((segment) =>
    member({ dimension: 'segments', id: segment.id, name: segment.name ?? segment.id, source: segment }),
  );
}

function queueMembers(scenario: Scenario): Member[] {
  return scenario.queues.map((queue) =>
    member({
      dimension: 'queues',
      id: queue.id,
      name: queue.name ?? queue.id,
      source: queue,
      traits: {
        model: queue.model,
        kind: queue.model === 'workload' ? 'workload' : 'waiting',
        pooling: queue.pooled || queue.model === 'workload' ? 'pooled' : 'own',
      },
    }),
  );
}

function demandMembers(scenario: Scenario, queues: readonly Member[], segments: readonly Member[]): Member[] {
  return scenario.queues.flatMap((source, place) => {
    const queue = queues[place];
    const rows = source.demand.flatMap((row) => {
      const segment = segments.find(({ id }) => id === row.segment);
      if (queue === undefined || segment === undefined) return [];
      return member({
        dimension: 'demand',
        id: row.segment,
        name: `${queue.name}, ${segment.name}`,
        key: `${queue.key}.demand.${row.segment}`,
        source: row,
        links: { segment, queue },
      });
    });
    queue?.collections.set('demand', rows);
    return rows;
  });
}

/** A partner's pay may be left out: its formulas still read burdens and overtime limits. */
const NO_PAY = { bonusRate: 0, statutoryBurden: 0, benefitsBurden: 0, overtimeMultiplier: 1, overtimeMax: 0 };

function groupMembers(scenario: Scenario): Member[] {
  return scenario.staffGroups.map((group) =>
    member({
      dimension: 'groups',
      id: group.id,
      name: group.name ?? group.id,
      key: `groups.${group.id}`,
      inputKey: `staffGroups.${group.id}`,
      source: { ...group, pay: group.pay ?? NO_PAY },
      traits: {
        hiring: group.hiring.mode,
        sourcing: group.vendor === undefined ? 'own' : 'vendor',
        pricing: group.vendor?.pricing ?? 'none',
        pay:
          group.pay?.annualSalary !== undefined
            ? 'salary'
            : group.pay?.hourlyWage !== undefined
              ? 'hourly'
              : 'none',
      },
    }),
  );
}

/** Parts of a group that only have inputs or measures derived inside it. */
function partsOfGroup(group: Member, source: Scenario['staffGroups'][number]): Member[] {
  const links = { group };
  const shrinkage = (['outOfOffice', 'inOffice'] as const).flatMap((dimension) => {
    const parts = Object.entries(source.shrinkage[dimension]).map(([id, value]) => {
      const key = `${group.inputKey}.shrinkage.${dimension}.${id}`;
      return member({ dimension, id, name: group.name, key, source: value, links });
    });
    group.collections.set(dimension, parts);
    return parts;
  });
  const support = source.support.map((row) =>
    member({
      dimension: 'support',
      id: row.role,
      key: `${group.key}.support.${row.role}`,
      inputKey: `${group.inputKey}.support.${row.role}`,
      source: row,
      links,
      traits: { seat: row.seat ? 'seat' : 'none' },
    }),
  );
  const cohorts = source.openingCohorts.map((cohort, place) =>
    member({
      dimension: 'openingCohorts',
      id: String(place),
      name: `${group.name}, joined ${cohort.weeksSinceJoining} weeks ago`,
      key: `${group.inputKey}.openingCohorts[${place}]`,
      source: cohort,
      links,
    }),
  );
  group.collections.set('support', support);
  group.collections.set('openingCohorts', cohorts);
  return [...shrinkage, ...support, ...cohorts];
}

function routeMembers(scenario: Scenario, groups: readonly Member[], queues: readonly Member[]): Member[] {
  const routes = scenario.staffGroups.flatMap((source, place) => {
    const group = groups[place];
    const own = source.queues.flatMap((route) => {
      const queue = queues.find(({ id }) => id === route.id);
      if (group === undefined || queue === undefined) return [];
      return member({
        dimension: 'routes',
        id: route.id,
        name: `${group.name}, ${queue.name}`,
        key: `${group.key}.queues.${route.id}`,
        inputKey: `${group.inputKey}.queues.${route.id}`,
        source: route,
        links: { queue, group },
        traits: { pooling: queue.traits['pooling'] ?? 'pooled' },
      });
    });
    group?.collections.set('routes', own);
    return own;
  });
  for (const queue of queues)
    queue.collections.set(
      'servers',
      routes.filter(({ id }) => id === queue.id),
    );
  return routes;
}

function planMember(scenario: Scenario): Member {
  return member({
    dimension: 'plan',
    id: 'plan',
    name: scenario.name,
    key: 'plan',
    inputKey: 'plan',
    source: scenario,
  });
}

function plainMembers(scenario: Scenario): Member[] {
  const lists = ['drivers', 'budgetLines', 'initiatives'] as const;
  return lists.flatMap((dimension) =>
    scenario[dimension].map((source) =>
      member({ dimension, id: source.id, name: source.name ?? source.id, source }),
    ),
  );
}

/** The user's own measures of one kind of member. */
function ownLinesOf({ ownLines }: Scenario, dimension: Dimension): readonly (readonly [string, Line])[] {
  return ownLines
    .filter(({ scope }) => scope === dimension)
    .map(({ id, name, unit, text, rollup, formula }) => [
      id,
      { label: name ?? id, unit, text, rollup, how: { formula } },
    ]);
}

function withOwnLines(scenario: Scenario, member: Member): Member {
  const own = ownLinesOf(scenario, member.dimension);
  return own.length === 0 ? member : Object.assign(member, { lines: new Map([...member.lines, ...own]) });
}

/** All members of a scenario with their links and collections. */
export function membersOf(scenario: Scenario): Members {
  const plan = planMember(scenario);
  const segments = segmentMembers(scenario);
  const queues = queueMembers(scenario);
  const demand = demandMembers(scenario, queues, segments);
  const groups = groupMembers(scenario);
  const parts = groups.flatMap((group, place) => {
    const source = scenario.staffGroups[place];
    return source === undefined ? [] : partsOfGroup(group, source);
  });
  const routes = routeMembers(scenario, groups, queues);
  const plain = plainMembers(scenario);
  for (const segment of segments) {
    // Workload queues have no abandonment and stay out of what service does to customers.
    const rows = demand.filter(
      ({ links }) => links['segment'] === segment && links['queue']?.traits['kind'] === 'waiting',
    );
    segment.collections.set('contacts', rows);
  }
  const all = [plan, ...plain, ...segments, ...queues, ...demand, ...groups, ...parts, ...routes].map((one) =>
    withOwnLines(scenario, one),
  );
  const of = (dimension: Dimension) => all.filter((candidate) => candidate.dimension === dimension);
  for (const dimension of ['segments', 'queues', 'groups', 'budgetLines', 'initiatives'] as const) {
    plan.collections.set(dimension, of(dimension));
  }
  plan.collections.set(
    'ownGroups',
    groups.filter(({ traits }) => traits['sourcing'] === 'own'),
  );
  plan.collections.set(
    'vendorGroups',
    groups.filter(({ traits }) => traits['sourcing'] === 'vendor'),
  );
  return { plan, all, of };
}
