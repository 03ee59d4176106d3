import { posix } from 'node:path';
import JSZip from 'jszip';

/**
 * What Office programs insist on and LibreOffice forgives: every part that is named exists and has a content type,
 * every relationship leads somewhere inside the package, every XML part is well formed.
 */

const CONTENT_TYPES = '[Content_Types].xml';

/** Attributes of one tag; undefined where its text is not well formed. */
function attributesOf(text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  const pattern = /\s+([A-Za-z_:][\w:.-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;
  let at = 0;
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) break;
    const [whole, name = '', value = ''] = match;
    if (found.has(name)) return undefined;
    found.set(name, value.slice(1, -1));
    at += whole.length;
  }
  return text.slice(at).trim() === '' ? found : undefined;
}

const BAD_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/;
// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 does not know
const BAD_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const TAG = /<(?:\?[^]*?\?|!--[^]*?--|(\/?)([A-Za-z_:][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?))>/g;

/** What is wrong with the text of an XML part; undefined when it is well formed. */
export function xmlProblem(text: string): string | undefined {
  if (BAD_CHARACTER.test(text)) return 'a character that XML does not allow';
  if (BAD_REFERENCE.test(text)) return 'an ampersand that is no reference';
  const open: string[] = [];
  let end = 0;
  let roots = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, closing = '', name, attributes = '', empty = ''] = match;
    const between = text.slice(end, match.index);
    end = match.index + whole.length;
    if (between.includes('<')) return `a stray "<" before ${whole.slice(0, 40)}`;
    if (open.length === 0 && between.replace('\uFEFF', '').trim() !== '')
      return 'text outside the root element';
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
      continue;
    }
    if (attributesOf(attributes) === undefined) return `the attributes of <${name}>`;
    if (open.length === 0) roots += 1;
    if (empty === '') open.push(name);
  }
  if (text.slice(end).trim() !== '') return 'text after the root element';
  if (open.length > 0) return `<${open.at(-1) ?? ''}> is never closed`;
  return roots === 1 ? undefined : `${roots} root elements`;
}

function tags(text: string, name: string): readonly ReadonlyMap<string, string>[] {
  return [...text.matchAll(new RegExp(`<${name}((?:"[^"]*"|[^>"])*?)/?>`, 'g'))].flatMap(
    ([, attributes = '']) => attributesOf(attributes) ?? [],
  );
}

function typeProblems(types: string, names: readonly string[]): readonly string[] {
  const overrides = tags(types, 'Override').map((tag) => (tag.get('PartName') ?? '').replace(/^\//, ''));
  const defaults = new Set(tags(types, 'Default').map((tag) => (tag.get('Extension') ?? '').toLowerCase()));
  const twice = overrides.filter((part, place) => overrides.indexOf(part) !== place);
  const untyped = names.filter((name) => {
    const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
    return name !== CONTENT_TYPES && !overrides.includes(name) && !defaults.has(extension);
  });
  return [
    ...overrides
      .filter((part) => !names.includes(part))
      .map((part) => `a type for "${part}", which is not there`),
    ...twice.map((part) => `two types for "${part}"`),
    ...untyped.map((name) => `no type for "${name}"`),
  ];
}

function relationshipProblems(part: string, text: string, names: readonly string[]): readonly string[] {
  const folder = posix.dirname(posix.dirname(part));
  const relationships = tags(text, 'Relationship');
  const ids = relationships.map((tag) => tag.get('Id') ?? '');
  const missing = relationships
    .filter((tag) => tag.get('TargetMode') !== 'External')
    .map((tag) => tag.get('Target') ?? '')
    .filter((target) => {
      const whole = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
      return !names.includes(whole.replace(/#.*$/, ''));
    });
  return [
    ...missing.map((target) => `${part} leads to "${target}", which is not there`),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${part} has two "${id}"`),
  ];
}

/** Everything that is wrong with a package (XLSX, PPTX, DOCX); empty when it is sound. */
export async function packageProblems(bytes: Uint8Array): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name]));
  const types = zip.file(CONTENT_TYPES);
  if (types === null) return ['there are no content types'];
  const problems = [...typeProblems(await types.async('string'), names)];
  for (const name of names) {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) continue;
    const text = (await zip.file(name)?.async('string')) ?? '';
    const problem = xmlProblem(text);
    if (problem !== undefined) problems.push(`${name} is not well formed: ${problem}`);
    if (name.endsWith('.rels')) problems.push(...relationshipProblems(name, text, names));
  }
  return problems;
}
