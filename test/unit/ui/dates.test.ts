import { describe, expect, it } from 'vitest';
import { isoDateOf } from '#shared/kernel/calendar.ts';
import { dateText, monthText, parseDate } from '#renderer/ui/dates.ts';

const locales = ['en', 'en-GB', 'en-US', 'cs', 'ro', 'ru', 'zh', 'de', 'sv'];
const date = (text: string, locale: string) => {
  const read = parseDate(text, locale);
  return read.ok ? read.value : null;
};

describe('a date', () => {
  it.for(locales)('is read as it is shown: %s', (locale) => {
    for (let day = 20_454; day < 21_600; day += 1) {
      const iso = isoDateOf(day);
      expect([iso, date(dateText(iso, locale), locale)]).toEqual([iso, iso]);
    }
  });

  it.for(locales)('is read with its month in words, whole or short, and as ISO text: %s', (locale) => {
    for (const month of ['01', '03', '05', '06', '07', '09', '12']) {
      const iso = `2027-${month}-09`;
      const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      const text = long.format(new Date(iso));
      expect([text, date(text, locale)]).toEqual([text, iso]);
      expect(date(iso, locale)).toBe(iso);
    }
  });

  it.for([
    ['1/2/2027', 'en-US', '2027-01-02'],
    ['1/2/2027', 'en-GB', '2027-02-01'],
    ['1. 2. 27', 'cs', '2027-02-01'],
    ['1.2.2027', 'ro', '2027-02-01'],
    ['01.02.2027 г.', 'ru', '2027-02-01'],
    ['2027年2月1日', 'zh', '2027-02-01'],
    ['２０２７／２／１', 'zh', '2027-02-01'],
    ['3 února 2027', 'cs', '2027-02-03'],
    ['3 feb 2027', 'cs', '2027-02-03'],
    ['Feb 3 2027', 'en', '2027-02-03'],
    ['2027 feb 3', 'en', '2027-02-03'],
    ['  2027-02-03 ', 'ru', '2027-02-03'],
  ] as const)('%s in %s is %s', ([text, locale, iso]) => expect(date(text, locale)).toBe(iso));

  it.for([
    '',
    '31. 2. 2027',
    '13/13/2027',
    'tomorrow',
    '2027',
    '3 2027',
    'Feb 2027',
    '1 2 3 4',
    '3 ju 2027',
    '1 feb mar 2027',
  ])('"%s" is none', (text) => expect(date(text, 'en')).toBeNull());

  it('has its month named in the language', () => {
    expect(monthText('2027-03-01', 'cs')).toBe('březen 2027');
    expect(monthText('2027-03-01', 'zh')).toBe('2027年3月');
    expect(dateText('not a date', 'cs')).toBe('not a date');
  });
});
