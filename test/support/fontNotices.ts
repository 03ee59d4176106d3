/** What a font says of itself, in the table of names of its file (OpenType `name`, records for Windows). */
export function fontNotices(font: Buffer): { readonly copyright: string; readonly terms: string } {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, place) => 12 + 16 * place);
  const table = tables.find((at) => font.toString('latin1', at, at + 4) === 'name');
  if (table === undefined) throw new Error('The font has no table of names.');
  const start = font.readUInt32BE(table + 8);
  const texts = start + font.readUInt16BE(start + 4);
  const records = Array.from({ length: font.readUInt16BE(start + 2) }, (_, place) => start + 6 + 12 * place);
  function nameOf(id: number): string {
    const record = records.find((at) => font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 6) === id);
    if (record === undefined) return '';
    const at = texts + font.readUInt16BE(record + 10);
    const bytes = Buffer.from(font.subarray(at, at + font.readUInt16BE(record + 8)));
    return bytes.swap16().toString('utf16le');
  }
  return { copyright: nameOf(0), terms: nameOf(13) };
}
