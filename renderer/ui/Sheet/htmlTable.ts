import { type CopiedCell, storedNumber } from './clipboard.ts';

/** The table that a spreadsheet put on the clipboard as HTML; null where there is none, or one with merged cells. */
export function copiedTable(html: string): readonly (readonly CopiedCell[])[] | null {
  if (html === '') return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const tables = page.querySelectorAll('table');
  const [table] = tables;
  if (table === undefined || tables.length > 1) return null;
  // Cells that span others would shift all that follow; the plain text has them in their places.
  if (table.querySelector('[colspan]:not([colspan="1"]), [rowspan]:not([rowspan="1"])') !== null) return null;
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('td, th')].map((cell) => ({
      text: cell.textContent.trim(),
      value: storedNumber(cell.getAttribute('sdval') ?? cell.getAttribute('x:num')),
    })),
  );
  return rows.some((row) => row.some(({ value }) => value !== null)) ? rows : null;
}
