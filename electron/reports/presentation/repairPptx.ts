import JSZip from 'jszip';

/**
 * Repairs what the presentation library writes wrong and PowerPoint complains about: parts that are named and missing, a
 * wrong image type, texts that call themselves American, empty shapes without a text body, backgrounds without an effect list, shapes of the notes master;
 * of charts what belongs to bars only, missing groupings, points without a value, and feet in the legend.
 */

const CONTENT_TYPES = '[Content_Types].xml';
const CHART = /^ppt\/charts\/chart\d+\.xml$/;
const REPAIRED = /^ppt\/(notesMasters|slides|slideLayouts|slideMasters)\/[^/]+\.xml$/;

async function textOf(zip: JSZip, name: string): Promise<string> {
  const part = zip.file(name);
  if (part === null) throw new Error(`The presentation has no part ${name}`);
  return part.async('string');
}

function repairedPart(name: string, text: string, locale: string): string {
  const own = name.includes('notesMasters') ? text.replaceAll(/<p:sp>.*?<\/p:sp>/gs, '') : text;
  const repaired = own
    .replaceAll('lang="en-US"', `lang="${locale}"`)
    .replaceAll(/<p:bgPr>(<a:solidFill>.*?<\/a:solidFill>)<\/p:bgPr>/gs, '<p:bgPr>$1<a:effectLst/></p:bgPr>')
    .replaceAll(
      /(<\/p:spPr>)(<\/p:sp>)/g,
      '$1<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>$2',
    );
  if (/="NaN"/.test(repaired)) throw new Error(`A number is missing in ${name} of the presentation`);
  return repaired;
}

/** The entries of the legend that belong to series without a name. */
function hiddenEntries(text: string): string {
  const feet = text.matchAll(/<c:ser>\s*<c:idx val="(\d+)"\/>(?:(?!<\/c:tx>).)*?<c:v>\s*<\/c:v>/gs);
  return [...feet]
    .map(([, index]) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`)
    .join('');
}

function repairedChart(name: string, text: string): string {
  if (/NaN|Infinity/.test(text)) throw new Error(`A number is missing in ${name} of the presentation`);
  const entries = hiddenEntries(text);
  return text
    .replaceAll(/<c:(area|line)Chart>.*?<\/c:\1Chart>/gs, (chart) =>
      chart
        .replaceAll(/\s*<c:invertIfNegative val="0"\/>/g, '')
        .replace(/^(<c:(?:area|line)Chart>)(?!<c:grouping)/, '$1<c:grouping val="standard"/>'),
    )
    .replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
    .replace(/(<c:legendPos [^>]*\/>)/, `$1${entries}`);
}

/**
 * A presentation as PowerPoint wants it.
 *
 * @param locale that of its texts, by which PowerPoint checks their spelling
 */
export async function repairPptx(bytes: Uint8Array, locale: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const types = await textOf(zip, CONTENT_TYPES);
  const kept = types.replaceAll(/<Override PartName="([^"]+)"[^>]*\/>/g, (entry, part: string) =>
    zip.file(part.replace(/^\//, '')) === null ? '' : entry,
  );
  zip.file(CONTENT_TYPES, kept.replaceAll('"image/jpg"', '"image/jpeg"'));
  for (const name of Object.keys(zip.files).filter((part) => REPAIRED.test(part))) {
    zip.file(name, repairedPart(name, await textOf(zip, name), locale));
  }
  for (const name of Object.keys(zip.files).filter((part) => CHART.test(part))) {
    zip.file(name, repairedChart(name, await textOf(zip, name)));
  }
  // Removing folder entries would remove what is in them, so the files move into a new package.
  const fresh = new JSZip();
  for (const [name, part] of Object.entries(zip.files)) {
    if (!part.dir) fresh.file(name, await part.async('uint8array'), { createFolders: false });
  }
  return fresh.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
