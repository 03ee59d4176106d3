import { ok, type Result } from '#shared/kernel/result.ts';
import type { ReportContent, ReportFormat, ReportLanguage } from '#shared/model/packs/content.ts';
import type { PackId } from '#shared/model/packs/define.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { buildContent } from './content/buildContent.ts';
import { createSource } from './content/createSource.ts';
import { packHeads } from './content/packHeads.ts';
import type { OtherPlan, ReportSource } from './content/source.ts';
import { csvText, longColumns, longRows, planCsv } from './planCsv.ts';
import type { ReportInput } from './reportInput.ts';

/** What is asked for: a pack of a plan in some formats and one language. */
export interface ReportOrder {
  readonly input: ReportInput;
  readonly pack: PackId;
  readonly language: ReportLanguage;
  readonly formats: readonly ReportFormat[];
  /** Another plan to compare with. */
  readonly other?: ReportInput;
  /** Id of the partner's group, for a partner pack of a plan with several. */
  readonly partner?: string;
  /** The only fiscal year that the report is about; without it the whole plan. A workbook that recalculates is always whole. */
  readonly fiscalYear?: number;
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

/** What the plan is compared with, under the name that says which state of it that is. */
function otherOf(other: ReportInput, plan: Plan): OtherPlan {
  const input = printableInput(other, plan);
  const { scenarioName, versionName } = input.stamp;
  return { input, plan, name: versionName === undefined ? scenarioName : `${scenarioName}, ${versionName}` };
}

function sourceOf(order: ReportOrder): Result<ReportSource> {
  const plan = planOf(order.input.document);
  if (!plan.ok) return plan;
  const { pack, language, partner, fiscalYear, other } = order;
  const compared = other === undefined ? ok(undefined) : planOf(other.document);
  if (!compared.ok) return compared;
  return createSource(plan.value, printableInput(order.input, plan.value), {
    pack,
    language,
    ...(partner === undefined ? {} : { partner }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    ...(other === undefined || compared.value === undefined ? {} : { other: otherOf(other, compared.value) }),
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
function fileName(source: ReportSource, format: ReportFormat): string {
  const { input, pack, partner, other, years, year, isOneYear } = source;
  const isWorkbookOfBoth = format === 'xlsx' && pack.hasWholePlan === true;
  const parts = [
    input.stamp.scenarioName,
    ...(isWorkbookOfBoth && other !== undefined ? [other.name] : []),
    pack.id,
    ...(isOneYear ? [`FY${years[year]?.fiscalYear}`] : []),
    ...(partner === undefined ? [] : [partner.name]),
  ];
  const plain = parts.join(' - ').replaceAll(NOT_IN_NAMES, '-').slice(0, 120).trim();
  return `${plain.replaceAll(/^\.+|[. ]+$/g, '')}.${format}`;
}

/** The plan as it is, or beside the one it is compared with. */
async function wholeWorkbook(
  { input, other, words }: ReportSource,
  onProgress: (fraction: number) => void,
): Promise<Result<Uint8Array>> {
  const options = { language: words.language, onProgress };
  return other === undefined
    ? (await import('./workbook/buildWorkbook.ts')).buildWorkbook(input, options)
    : (await import('./workbook/comparison/buildComparison.ts')).buildComparison(other.input, input, options);
}

/** Each format loads its library only when it is asked for. */
async function bytesOf(
  format: ReportFormat,
  source: ReportSource,
  content: ReportContent,
  onProgress: (fraction: number) => void,
): Promise<Result<Uint8Array>> {
  const { plan, pack, words, span } = source;
  const isWhole = pack.hasWholePlan === true;
  switch (format) {
    case 'xlsx':
      return isWhole
        ? wholeWorkbook(source, onProgress)
        : ok(await (await import('./packWorkbook.ts')).packWorkbook(source, content));
    case 'pdf':
      return ok(await (await import('./pdf/buildPdf.ts')).buildPdf(content, words.locale));
    case 'pptx':
      return ok(
        await (await import('./presentation/buildPresentation.ts')).buildPresentation(content, words.locale),
      );
    case 'csv':
      return ok(
        new TextEncoder().encode(
          isWhole ? planCsv(plan, span) : csvText(longColumns, longRows(plan, packHeads(source), span)),
        ),
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
    if (!bytes.ok) return bytes;
    files.push({ format, name: fileName(source.value, format), bytes: bytes.value });
  }
  onProgress(1);
  return ok(files);
}
