import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { produceReport } from '#electron/reports/produceReport.ts';
import { buildWorkbook } from '#electron/reports/workbook/buildWorkbook.ts';
import type { ReportFormat } from '#shared/model/packs/content.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { largeScenario } from '#test/support/largePlan.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import type { Figure, MeasuredSuite, Suite } from './suite.ts';

const MOST_MEGABYTES = 1024;

function stampOf(document: ScenarioDocument) {
  return {
    scenarioName: document.name,
    inputsSha256: '0'.repeat(64),
    engineVersion: '1',
    writtenAt: '2027-01-01T00:00:00.000Z',
  };
}

/** Each in a process of its own, since memory once taken stays with a process. */
function memoryOf(format: 'xlsx' | 'pdf'): void {
  const program = fileURLToPath(new URL('../support/programs/reportMemory.ts', import.meta.url));
  const made = spawnSync(process.execPath, [program, format], { encoding: 'utf8' });
  const megabytes = Number(made.stdout);
  if (made.status !== 0) throw new Error(made.stderr);
  console.log(`  ${format} of 60 months, 20 queues: ${megabytes} MB of memory at most`);
  if (megabytes > MOST_MEGABYTES) throw new Error(`That is more than ${MOST_MEGABYTES} MB.`);
}

async function workbook(document: ScenarioDocument): Promise<void> {
  const made = await buildWorkbook({ document, stamp: stampOf(document) });
  if (!made.ok) throw new Error(made.fault.message);
}

async function largeWorkbook(): Promise<Figure> {
  const document = largeScenario();
  const startedAt = performance.now();
  await workbook(document);
  const name = 'the live workbook, 60 months, 20 queues';
  return { name, milliseconds: performance.now() - startedAt, below: 5000 };
}

/** A pack of the large plan from its document to the bytes of the file, computing the plan included. */
async function largePack(format: ReportFormat, language: 'en' | 'zh', below: number): Promise<Figure> {
  const document = largeScenario();
  const startedAt = performance.now();
  const made = await produceReport(
    { input: { document, stamp: stampOf(document) }, pack: 'finance', language, formats: [format] },
    () => {},
  );
  if (!made.ok) throw new Error(made.fault.message);
  const name = `finance, ${format}, ${language}, 60 months, 20 queues`;
  return { name, milliseconds: performance.now() - startedAt, below };
}

export const suites: readonly (Suite | MeasuredSuite)[] = [
  {
    title: 'reports, packs of a large plan',
    measure: async () => [
      await largePack('pdf', 'en', 10_000),
      await largePack('pdf', 'zh', 10_000),
      await largePack('pptx', 'en', 10_000),
      await largeWorkbook(),
    ],
  },
  {
    title: 'reports, memory',
    measure: async () => {
      memoryOf('xlsx');
      memoryOf('pdf');
      return [];
    },
  },
  {
    title: 'reports, a workbook of a whole plan',
    timed: [{ name: 'the sample', run: () => workbook(referenceScenario('salesGrowth')) }],
  },
];
