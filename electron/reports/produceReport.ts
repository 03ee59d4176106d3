import { ok, type Result } from '#shared/kernel/result.ts';
import type { ReportContent, ReportFormat, ReportLanguage } from '#shared/model/packs/content.ts';
import type { PackId } from '#shared/model/packs/define.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { buildContent } from './content/buildContent.ts';
import { createSource } from './content/createSource.ts';
import { packHeads } from './content/packHeads.ts';
import type { ReportSource } from './content/source.ts';
import { csvText, longColumns, longRows, planCsv } from './planCsv.ts';
import type { ReportInput } from './reportInput.ts';

/** What is asked for: a pack of a plan in some formats and one language. */
export interface ReportOrder {
  readonly input: ReportInput;
  readonly pack: PackId;
  readonly language: ReportLanguage;
  readonly formats: readonly ReportFormat[];
  /** Another plan to compare with. */
  readonly other?: { readonly document: ScenarioDocument; readonly name: string };
  /** Id of the partner's group, for a partner pack of a plan with several. */
  readonly partner?: string;
}

export interface ReportFile {
  readonly format: ReportFormat;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReportProgress = (fraction: number, step?: string) => void;

/** Characters that no document format allows, wherever a name got them from. */
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

function printable(text: string): string {
  return text.replaceAll(NOT_IN_XML, '');
}

function planOf(document: ScenarioDocument): Result<Plan> {
  const clean: unknown = JSON.parse(
    JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value)),
  );
  const scenario = validateScenario(clean);
  return scenario.ok ? createPlan(scenario.value) : scenario;
}

/** What the report is made of, with nothing in its texts that a file could not hold. */
function printableInput({ stamp }: ReportInput, plan: Plan): ReportInput {
  const { scenarioName, versionName } = stamp;
  return {
    document: plan.scenario(),
    stamp: {
      ...stamp,
      scenarioName: printable(scenarioName),
      ...(versionName === undefined ? {} : { versionName: printable(versionName) }),
    },
  };
}

function sourceOf(order: ReportOrder): Result<ReportSource> {
  const plan = planOf(order.input.document);
  if (!plan.ok) return plan;
  const { pack, language, partner, other } = order;
  const compared = other === undefined ? ok(undefined) : planOf(other.document);
  if (!compared.ok) return compared;
  return createSource(plan.value, printableInput(order.input, plan.value), {
    pack,
    language,
    ...(partner === undefined ? {} : { partner }),
    ...(other === undefined || compared.value === undefined
      ? {}
      : { other: { plan: compared.value, name: printable(other.name) } }),
  });
}

/** The pages of a pack as data, for the screen. */
export function previewReport(order: ReportOrder): Result<ReportContent> {
  const source = sourceOf(order);
  return source.ok ? ok(buildContent(source.value)) : source;
}

/** What no file system takes in a name. */
// oxlint-disable-next-line no-control-regex
const NOT_IN_NAMES = /[\\/:*?"<>|\u0000-\u001F]/g;

/** A name that every system takes, the same each month: 'Plan 2027 - finance.pdf'. */
function fileName({ input, pack, partner }: ReportSource, format: ReportFormat): string {
  const parts = [input.stamp.scenarioName, pack.id, ...(partner === undefined ? [] : [partner.name])];
  const plain = parts.join(' - ').replaceAll(NOT_IN_NAMES, '-').slice(0, 120).trim();
  return `${plain.replaceAll(/^\.+|[. ]+$/g, '')}.${format}`;
}

/** Each format loads its library only when it is asked for. */
async function bytesOf(
  format: ReportFormat,
  source: ReportSource,
  content: ReportContent,
  onProgress: (fraction: number) => void,
): Promise<Uint8Array> {
  const { plan, pack, words } = source;
  const isWhole = pack.hasWholePlan === true;
  switch (format) {
    case 'xlsx':
      return isWhole
        ? (await import('./workbook/buildWorkbook.ts')).buildWorkbook(source.input, { onProgress })
        : (await import('./packWorkbook.ts')).packWorkbook(source, content);
    case 'pdf':
      return (await import('./pdf/buildPdf.ts')).buildPdf(content, words.locale);
    case 'pptx':
      return (await import('./presentation/buildPresentation.ts')).buildPresentation(content, words.locale);
    case 'csv':
      return new TextEncoder().encode(
        isWhole ? planCsv(plan) : csvText(longColumns, longRows(plan, packHeads(source))),
      );
  }
}

/** Share of the work that is done when the plan is computed. */
const COMPUTED = 0.2;

/** A pack in all formats that were asked for. Everything is made before anything is given back. */
export async function produceReport(
  order: ReportOrder,
  onProgress: ReportProgress,
): Promise<Result<readonly ReportFile[]>> {
  const source = sourceOf(order);
  if (!source.ok) return source;
  const content = buildContent(source.value);
  const formats = [...new Set(order.formats)];
  const files: ReportFile[] = [];
  for (const [place, format] of formats.entries()) {
    const at = (fraction: number) => COMPUTED + ((1 - COMPUTED) * (place + fraction)) / formats.length;
    onProgress(at(0), format);
    const bytes = await bytesOf(format, source.value, content, (fraction) =>
      onProgress(at(fraction), format),
    );
    files.push({ format, name: fileName(source.value, format), bytes });
  }
  onProgress(1);
  return ok(files);
}
