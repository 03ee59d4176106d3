/**
 * The locale for numbers and dates: the user's own regional form of the language of the texts, so that British readers
 * see "6 Sept" and Americans "Sep 6"; the bare language where the system speaks another one.
 *
 * @example numberLocale('en', ['cs-CZ', 'en-GB']) // 'en-GB'
 */
export function numberLocale(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}
