import { type Fault, fault, ok, type Problem, problemLine, type Result } from '#shared/kernel/result.ts';
import { figure as figureText } from '../../rules/words.ts';
import type { Initiative, Scenario } from '../../scenario.ts';
import { validateScenario } from '../../validate.ts';
import type { TemplateContext } from './context.ts';
import type { InitiativeTemplate, TemplateChoice, TemplateParameter } from './templates.ts';

/** What a person chose: where it works, when it starts, and the numbers that are not the defaults. */
export interface TemplateChoices {
  readonly queue?: string;
  readonly toQueue?: string;
  readonly group?: string;
  readonly segment?: string;
  /** By default the first day of the plan. */
  readonly start?: string;
  readonly name?: string;
  readonly values?: Readonly<Record<string, number>>;
}

/** A parameter with its number for this plan. */
export interface ParameterValue extends Omit<TemplateParameter, 'value'> {
  readonly value: number;
}

function contextOf(scenario: Scenario, { queue, toQueue, group, segment }: TemplateChoices): TemplateContext {
  const queueOf = (wanted: string | undefined) => scenario.queues.find(({ id }) => id === wanted);
  const [from, to] = [queueOf(queue), queueOf(toQueue)];
  const staff = scenario.staffGroups.find(({ id }) => id === group);
  return {
    scenario,
    ...(from === undefined ? {} : { queue: from }),
    ...(to === undefined ? {} : { toQueue: to }),
    ...(staff === undefined ? {} : { group: staff }),
    ...(segment === undefined ? {} : { segmentId: segment }),
  };
}

/** What can be chosen for a template in this plan; the segments are those of the chosen queue. */
export function templateOptions(
  scenario: Scenario,
  choice: TemplateChoice,
  { queue }: TemplateChoices = {},
): readonly string[] {
  switch (choice) {
    case 'queue':
      return scenario.queues.map(({ id }) => id);
    case 'toQueue':
      return scenario.queues.map(({ id }) => id).filter((id) => id !== queue);
    case 'group':
      return scenario.staffGroups.filter(({ vendor }) => vendor === undefined).map(({ id }) => id);
    case 'segment':
      return scenario.queues.find(({ id }) => id === queue)?.demand.map(({ segment }) => segment) ?? [];
  }
}

/** The numbers of a template for this plan: its defaults, and what a person put in their place. */
export function templateParameters(
  template: InitiativeTemplate,
  choices: TemplateChoices,
  scenario: Scenario,
): readonly ParameterValue[] {
  const context = contextOf(scenario, choices);
  return template.parameters.map((parameter) => {
    const standard = typeof parameter.value === 'number' ? parameter.value : parameter.value(context);
    return { ...parameter, value: choices.values?.[parameter.id] ?? standard };
  });
}

function choiceProblems(
  template: InitiativeTemplate,
  choices: TemplateChoices,
  scenario: Scenario,
): readonly Problem[] {
  return template.choices.flatMap((choice) => {
    const options = templateOptions(scenario, choice, choices);
    const chosen = choices[choice];
    if (chosen !== undefined && options.includes(chosen)) return [];
    const found = chosen === undefined ? 'nothing' : `"${chosen}"`;
    const expected =
      options.length === 0
        ? `a ${choice} of the plan, of which there is none`
        : `one of ${options.join(', ')}`;
    return [{ path: `${template.id}.${choice}`, found, expected }];
  });
}

function valueProblems(template: InitiativeTemplate, values: readonly ParameterValue[]): readonly Problem[] {
  return values
    .filter(({ value, low, high }) => !(value >= low && value <= high))
    .map(({ id, value, low, high }) => ({
      path: `${template.id}.${id}`,
      found: figureText(value),
      expected: `a number from ${figureText(low)} to ${figureText(high)}`,
    }));
}

function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let count = 2;
  while (taken.includes(`${wanted}${count}`)) count += 1;
  return `${wanted}${count}`;
}

/**
 * A template as an initiative that is possible in this plan.
 *
 * @returns `invalid-input` where a choice or a number is missing or out of its range, or nothing in the plan would move;
 * `invalid-plan` where it does not fit what is in the plan already
 */
export function instantiateInitiative(
  template: InitiativeTemplate,
  choices: TemplateChoices,
  scenario: Scenario,
): Result<Initiative, Fault> {
  const values = templateParameters(template, choices, scenario);
  const problems = [...choiceProblems(template, choices, scenario), ...valueProblems(template, values)];
  const [first] = problems;
  if (first !== undefined) return fault('invalid-input', problemLine(first), problems);
  const value = (id: string) => values.find((parameter) => parameter.id === id)?.value ?? 0;
  const effects = template.effects(contextOf(scenario, choices), value, value('confidence'));
  if (effects.length === 0) {
    const place = template.choices.map((choice) => choices[choice] ?? '').join(', ');
    return fault(
      'invalid-input',
      `"${template.name}" would move nothing in ${place}: the inputs that it changes are 0 there.`,
    );
  }
  const automation = template.automation?.(contextOf(scenario, choices), value);
  const initiative: Initiative = {
    id: freeId(
      template.id,
      scenario.initiatives.map(({ id }) => id),
    ),
    name: choices.name ?? template.name,
    start: choices.start ?? scenario.calendar.start,
    rampMonths: value('rampMonths'),
    oneOff: value('oneOff'),
    recurring: value('recurring'),
    effects: [...effects],
    kpi: template.kpi,
    priority: template.priority,
    benefitType: template.benefitType,
    ...(automation === undefined ? {} : { automation }),
  };
  const valid = validateScenario({ ...scenario, initiatives: [...scenario.initiatives, initiative] });
  return valid.ok ? ok(initiative) : valid;
}
