/** "Page 3 of 9" from the report's own text. */
export function pageNumberText(pageText: string, page: number, pages: number): string {
  return pageText.replace('{{page}}', String(page)).replace('{{pages}}', String(pages));
}
