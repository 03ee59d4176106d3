/** Where something stands in the workbook: a row of a sheet by period, or one cell. Rows and columns count from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  /** Absent for a whole row of periods. */
  readonly column?: number;
  /** The name that formulas use for the cell. */
  readonly name?: string;
}

/** `A`, `B`, … `AA` of a column from 0. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCodePoint(65 + rest);
  return column < 26 ? letter : `${columnLetters((column - rest) / 26 - 1)}${letter}`;
}

export function sheetPrefix(sheet: string): string {
  return /^[A-Za-z][A-Za-z]*$/.test(sheet) ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
}

/** A cell seen from a sheet; `$` in front of what must not move when the formula is copied. */
export function cellReference(
  sheet: string,
  row: number,
  column: number,
  from: string,
  fixed: 'none' | 'both' = 'none',
): string {
  const mark = fixed === 'both' ? '$' : '';
  const cell = `${mark}${columnLetters(column)}${mark}${row + 1}`;
  return sheet === from ? cell : `${sheetPrefix(sheet)}${cell}`;
}

export interface Block {
  readonly sheet: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A block of cells seen from a sheet. */
export function blockReference(block: Block, from: string, fixed: 'none' | 'both' = 'none'): string {
  const mark = fixed === 'both' ? '$' : '';
  const corner = (row: number, column: number) => `${mark}${columnLetters(column)}${mark}${row + 1}`;
  const text = `${corner(block.firstRow, block.firstColumn)}:${corner(block.lastRow, block.lastColumn)}`;
  return block.sheet === from ? text : `${sheetPrefix(block.sheet)}${text}`;
}

/** Texts of a formula in quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A defined name from the path of an input: `queues.voice.goal.within`. */
export function definedName(path: string, taken: Set<string>): string {
  const plain = path.replaceAll(/\[(\d+)\]/g, '.$1').replaceAll(/[^\w.]/g, '_');
  const long = /^[A-Za-z_]/.test(plain) ? plain.slice(0, 240) : `_${plain.slice(0, 239)}`;
  const base = long.includes('.') ? long : `plan.${long}`;
  let name = base;
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base}_${copy}`;
  taken.add(name.toLowerCase());
  return name;
}
