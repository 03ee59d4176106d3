import { parseArgs } from 'node:util';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';

export const USAGE = `Usage: headroom workspace list   FILE [--json]
       headroom workspace export FILE [--scenario NAME] [--out PATH] [--json]
       headroom workspace import FILE SCENARIO.json ... [--dry-run] [--json]
       headroom workspace verify FILE [--json]
       headroom workspace backup FILE [--json]

  list      scenarios, with revision and last change
  export    writes each scenario into a JSON file of its own; --out says into which folder. With --scenario one only,
            then --out names its file, and without --out it goes to the terminal
  import    adds scenario files; one whose name is taken gets a number, nothing is replaced. --dry-run only says what
            would happen
  verify    checks the file, its tables, every scenario, and every version against its SHA-256
  backup    makes a checked copy in the folder "backups" beside the workspace

  --json    answers in JSON
  --help    prints this

"list", "export", "verify" and "--dry-run" only read: they work while Headroom has the workspace open, and do not touch
the file. Ends with 0 when all is well; 1 when something is wrong with the workspace or could not be written; 2 when the
command is refused or the workspace cannot be opened.
`;

const ACTS = ['list', 'export', 'import', 'verify', 'backup'] as const;

export interface Request {
  readonly act: (typeof ACTS)[number];
  readonly file: string;
  readonly sources: readonly string[];
  readonly scenario: string | undefined;
  readonly out: string | undefined;
  readonly isJson: boolean;
  readonly isDryRun: boolean;
}

const options = {
  scenario: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function refused(message: string): Result<never, Fault<'invalid-input'>> {
  return fault('invalid-input', message);
}

/** What the words after `workspace` ask for. @returns `invalid-input` with a sentence on what is wrong with them */
export function requestOf(args: readonly string[]): Result<Request | 'help', Fault<'invalid-input'>> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return ok('help');
    const [named, file, ...sources] = positionals;
    const act = ACTS.find((known) => known === named);
    if (act === undefined) return refused(`Choose one of ${ACTS.join(', ')}.`);
    if (file === undefined || file === '') return refused('Which workspace? FILE is missing.');
    if (act === 'import' && sources.length === 0)
      return refused('Which scenarios? Name at least one JSON file.');
    if (act !== 'import' && sources.length > 0)
      return refused(`One FILE at a time; "${sources.join('", "')}" is too many.`);
    if (act !== 'export' && (values.scenario ?? values.out) !== undefined)
      return refused('--scenario and --out belong to "export".');
    if (act !== 'import' && values['dry-run']) return refused('--dry-run belongs to "import".');
    const { scenario, out, json: isJson, 'dry-run': isDryRun } = values;
    return ok({ act, file, sources, scenario, out, isJson, isDryRun });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refused(`${error.message.replace(/\. To specify.*$/s, '').replace(/\.$/, '')}.`);
  }
}
