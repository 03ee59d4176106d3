import type { Member } from '#shared/model/members.ts';
import type { Queue } from '#shared/model/scenario.ts';
import { headOf, measureHead, membersFor, type ReportSource } from './source.ts';

type Definition = readonly [term: string, meaning: string];

/** Measures whose definition has another name than their own. */
const ALIASES: Readonly<Record<string, string>> = {
  attritionAnnualised: 'attrition',
};

function definitionKey(measure: string): string {
  const name = measure.replace(/^plan\./, '');
  return ALIASES[name] ?? name;
}

/** How a queue counts its service level: by what, and within which time. */
function serviceKey({ model, goal }: Queue): string {
  return `${model === 'workload' ? 'workload' : goal.abandonsCount} ${goal.within}`;
}

/** The service level of every queue, those that count alike together. */
function serviceLevels(source: ReportSource): readonly Definition[] {
  const { plan, words, partner } = source;
  const own = new Set(membersFor(source, partner === undefined ? 'queues' : 'routes').map(({ id }) => id));
  const groups = new Map<string, Queue[]>();
  for (const queue of plan.scenario().queues) {
    if (!own.has(queue.id)) continue;
    const key = serviceKey(queue);
    groups.set(key, [...(groups.get(key) ?? []), queue]);
  }
  const term = words.t('definitions', 'serviceLevelTerm');
  return [...groups].flatMap(([key, queues]): readonly Definition[] => {
    const [kind = '', within = '0'] = key.split(' ');
    const name = words.list(queues.map(({ id, name: own }) => own ?? id));
    return [
      [
        term,
        words.t('definitions', `serviceLevel.${kind}`, { name, within: words.duration(Number(within)) }),
      ],
    ];
  });
}

/** What a measure is called, wherever in the plan it stands. */
function termOf(source: ReportSource, measure: string): string {
  const { plan, words } = source;
  if (words.has('case', measure)) return words.t('case', measure);
  const direct = measureHead(source, measure) ?? plan.heads().get(measure);
  if (direct !== undefined) return words.label(direct);
  const members: readonly Member[] = plan.graph().members.all;
  for (const member of members) {
    const head = headOf(plan, member, measure);
    if (head !== undefined) return words.label(head);
  }
  return measure;
}

/** Definitions of the measures named, in their order, each once. */
export function definitionsFor(source: ReportSource, measures: readonly string[]): readonly Definition[] {
  const { words } = source;
  const seen = new Set<string>();
  return measures.flatMap((measure): readonly Definition[] => {
    const key = definitionKey(measure);
    if (seen.has(key) || !words.has('definitions', key)) return [];
    seen.add(key);
    return [[termOf(source, measure), words.t('definitions', key)]];
  });
}

/** All definitions that the numbers of a report rest on; how service level is counted stands in every report. */
export function definitionsInUse(source: ReportSource, measures: readonly string[]): readonly Definition[] {
  return [...serviceLevels(source), ...definitionsFor(source, measures)];
}
