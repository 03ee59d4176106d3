import { parseArgs } from 'node:util';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import {
  type ReportFormat,
  reportFormats,
  type ReportLanguage,
  reportLanguages,
} from '#shared/model/packs/content.ts';
import { type PackId, packIds } from '#shared/model/packs/define.ts';

export const USAGE = `Usage: headroom report FILE --pack PACK [--format LIST] [--language CODE] [--out DIR] [--compare FILE]

Makes the report of one kind of reader from the scenario in FILE, in all formats at once.

  --pack PACK      ${packIds.join(', ')}
  --format LIST    any of ${reportFormats.join(',')}, separated by commas; without it pdf
  --language CODE  ${reportLanguages.join(', ')}; without it en
  --out DIR        the folder to write into, made if it is missing; without it the present one
  --compare FILE   a second scenario, such as the approved one, to set beside the first; a workbook of the whole plan
                   then holds both, and what differs by formula
  --partner ID     whose report it is, for --pack partner of a plan with several partners
  --fiscal-year Y  only this fiscal year, such as 2028; without it the whole plan. The workbook of the finance pack
                   recalculates and so is always whole
  --help           prints this

Files of the same names are replaced as a whole. Ctrl+C leaves nothing half written.
Ends with 0 when all is written; 1 when something could not be written; 2 when the scenario or the command is refused;
130 when it was cancelled.
`;

export interface ReportRequest {
  readonly file: string;
  readonly pack: PackId;
  readonly formats: readonly ReportFormat[];
  readonly language: ReportLanguage;
  readonly out: string;
  readonly compare: string | undefined;
  readonly partner: string | undefined;
  readonly fiscalYear: number | undefined;
}

type Asked<T> = Result<T, Fault<'invalid-input'>>;

/** One of a closed list, or what there is instead. */
function oneOf<T extends string>(what: string, list: readonly T[], given: string): Asked<T> {
  const found = list.find((one) => one === given);
  return found === undefined
    ? fault('invalid-input', `There is no ${what} "${given}"; there are ${list.join(', ')}.`)
    : ok(found);
}

function formatsOf(text: string): Asked<readonly ReportFormat[]> {
  const formats: ReportFormat[] = [];
  for (const word of text.split(',').map((part) => part.trim().toLowerCase())) {
    const format = oneOf('format', reportFormats, word);
    if (!format.ok) return format;
    if (!formats.includes(format.value)) formats.push(format.value);
  }
  return ok(formats);
}

function fiscalYearOf(text: string | undefined): Asked<number | undefined> {
  if (text === undefined) return ok(undefined);
  if (/^\d{4}$/.test(text)) return ok(Number(text));
  return fault(
    'invalid-input',
    `--fiscal-year needs a year of four digits, such as 2028; "${text}" is none.`,
  );
}

const options = {
  pack: { type: 'string' },
  format: { type: 'string', default: 'pdf' },
  language: { type: 'string', default: 'en' },
  out: { type: 'string', default: '.' },
  compare: { type: 'string' },
  partner: { type: 'string' },
  'fiscal-year': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function read(args: readonly string[]): Asked<ReportRequest | 'help'> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...others] = positionals;
  if (values.help === true) return ok('help');
  if (file === undefined || file === '') return fault('invalid-input', 'Which scenario? FILE is missing.');
  if (others.length > 0)
    return fault('invalid-input', `One FILE at a time; "${others.join('", "')}" is too many.`);
  if (file === '-' && values.compare === '-')
    return fault('invalid-input', 'Only one of the two scenarios can come from standard input.');
  if (values.pack === undefined)
    return fault('invalid-input', `For whom? --pack is missing; there are ${packIds.join(', ')}.`);
  const pack = oneOf('pack', packIds, values.pack);
  if (!pack.ok) return pack;
  const formats = formatsOf(values.format);
  if (!formats.ok) return formats;
  const language = oneOf('language', reportLanguages, values.language);
  if (!language.ok) return language;
  const year = fiscalYearOf(values['fiscal-year']);
  if (!year.ok) return year;
  if (values.out === '') return fault('invalid-input', '--out needs the name of a folder.');
  return ok({
    file,
    pack: pack.value,
    formats: formats.value,
    language: language.value,
    out: values.out,
    compare: values.compare,
    partner: values.partner,
    fiscalYear: year.value,
  });
}

/** What the words after `report` ask for. @returns `invalid-input` with a sentence on what is wrong with them */
export function reportRequestOf(args: readonly string[]): Asked<ReportRequest | 'help'> {
  try {
    return read(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fault('invalid-input', `${error.message.replace(/\. To specify.*$/s, '').replace(/\.$/, '')}.`);
  }
}
