import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formulaFunctions } from '#shared/engine/functions.ts';
import { faultSentences } from '#shared/kernel/result.ts';
import { benchmarks, benchmarkSource } from '#shared/model/assumptions/benchmarks.ts';
import { decidingInputs } from '#shared/model/deciding/inputLabels.ts';
import { reasonTexts } from '#shared/model/deciding/figure.ts';
import { initiativeTemplates } from '#shared/model/deciding/library/templates.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { calendarLines, linesOf } from '#shared/model/lines/all.ts';
import { dimensions } from '#shared/model/members.ts';
import { settingLabels } from '#shared/model/settings.ts';
import { modelMessages } from './modelMessages.ts';

const model = fileURLToPath(new URL('../../shared/model/', import.meta.url));
const spoken = /\b(?:(?:label|text|formula|cause):\s*|(?:given|input)\(\s*)(?:'([^'\n]+)'|"([^"\n]+)")/g;
const spokenFolders = ['deciding', 'compare'];

/**
 * Words that stand in the code of a computation, such as the name of a part of a decision: `label: 'Benefit'`, or of what
 * went into it: `given('Contacts', …)`.
 */
function literals(): readonly string[] {
  return spokenFolders.flatMap((folder) =>
    readdirSync(`${model}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`${model}${folder}/${name}`, 'utf8'))
      .flatMap((text) => [...text.matchAll(spoken)])
      .map(([, single, double]) => single ?? double ?? ''),
  );
}

function wordsOfTemplates(): readonly string[] {
  return initiativeTemplates.flatMap(({ name, text, kpi, priority, parameters }) => [
    name,
    text,
    kpi,
    priority,
    ...parameters.flatMap(({ label, source }) => [label, source]),
  ]);
}

function wordsOfBenchmarks(): readonly string[] {
  return benchmarks.flatMap((benchmark) => [
    benchmark.item,
    benchmarkSource(benchmark),
    ...[benchmark.source, benchmark.region, benchmark.finding, benchmark.note].flatMap((word) => word ?? []),
    ...benchmark.figures.flatMap(({ label }) => label ?? []),
  ]);
}

/** Labels of measures and inputs, which are translated by their ids. */
function labels(): readonly string[] {
  return [
    ...dimensions.flatMap((dimension) => [...linesOf(dimension).values()].map(({ label }) => label)),
    ...Object.values(inputDefinitions).flatMap((inputs) => Object.values(inputs).map(({ label }) => label)),
    ...Object.values(calendarLines.lines).map(({ label }) => label),
  ];
}

function texts(): readonly string[] {
  return [
    ...dimensions.flatMap((dimension) => [...linesOf(dimension).values()].map(({ text }) => text)),
    ...Object.values(inputDefinitions).flatMap((inputs) => Object.values(inputs).map(({ text }) => text)),
    ...Object.values(calendarLines.lines).map(({ text }) => text),
  ];
}

/** Every English phrase that the model says besides the labels of its measures and inputs, each once. */
export function modelPhrases(): readonly string[] {
  const all = [
    ...texts(),
    ...Object.values(settingLabels),
    ...Object.values(decidingInputs).flatMap(({ label, text }) => [label, text]),
    ...wordsOfBenchmarks(),
    ...formulaFunctions.map(({ text }) => text),
    ...Object.values(faultSentences),
    ...Object.values(reasonTexts),
    ...wordsOfTemplates(),
    ...literals(),
    ...modelMessages(),
  ];
  const known = new Set(labels());
  return [...new Set(all)].filter((phrase) => phrase !== '' && !known.has(phrase));
}
