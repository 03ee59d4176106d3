/** Files of one archive; packed documents are compressed already, so that they are only put together. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1)
    remainder = (remainder & 1) === 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Numbers of two (`[value, 2]`) or four bytes, the lowest byte first. */
function packed(fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let offset = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(offset, value, true);
    else view.setUint32(offset, value, true);
    offset += bytes;
  }
  return new Uint8Array(view.buffer);
}

const version = 20;
/** Names are in UTF-8. */
const flags = 0x0800;
/** 1 January 1980, the first day that the format knows: the same files give the same archive. */
const day = 0x0021;

/** What the head of a file and its line in the directory have in common. */
function facts({ name, bytes }: ZipEntry): Uint8Array {
  return packed([
    [version, 2],
    [flags, 2],
    [0, 2],
    [0, 2],
    [day, 2],
    [crc32(bytes), 4],
    [bytes.length, 4],
    [bytes.length, 4],
    [new TextEncoder().encode(name).length, 2],
    [0, 2],
  ]);
}

function directoryLine(entry: ZipEntry, offset: number): readonly Uint8Array[] {
  const rest = packed([
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  ]);
  const head = packed([
    [0x02014b50, 4],
    [version, 2],
  ]);
  return [head, facts(entry), rest, new TextEncoder().encode(entry.name)];
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(lengthOf(parts));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** A ZIP archive of files as they are. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const content: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  for (const entry of entries) {
    directory.push(...directoryLine(entry, lengthOf(content)));
    content.push(packed([[0x04034b50, 4]]), facts(entry), new TextEncoder().encode(entry.name), entry.bytes);
  }
  const end = packed([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [lengthOf(directory), 4],
    [lengthOf(content), 4],
    [0, 2],
  ]);
  return joined([...content, ...directory, end]);
}
