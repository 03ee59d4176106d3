import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type HolidayCountry, holidayCountries, planHolidays } from '#shared/model/holidays/countries.ts';
import { scenarioSchema } from '#shared/model/scenario.ts';
import { DateInput } from '#renderer/state/DateInput.tsx';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { dayWithWeekday } from './dates.ts';
import { Section } from './Fields.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

/** Public holidays of the plan: one by one, or those of a country at once. */
export function HolidayEditor({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const holidays = figures.document.calendar.holidays ?? [];
  const put = (dates: readonly string[]) =>
    edit([{ type: 'setInput', path: 'calendar.holidays', value: [...new Set(dates)].toSorted() }]);
  const add = (text: string): string | null => {
    if (text === '') return t('setup.notADate');
    return holidays.includes(text) ? t('setup.holidays.twice') : put([...holidays, text]);
  };
  return (
    <Section title={t('setup.holidays.title')} note={t('setup.holidays.note')}>
      <CountryPreset figures={figures} onUse={(dates) => put([...holidays, ...dates])} />
      {holidays.length === 0 ? (
        <p className={styles.note}>{t('setup.holidays.none')}</p>
      ) : (
        <ul className={styles.dates} aria-label={t('setup.holidays.title')}>
          {holidays.toSorted().map((date) => {
            const day = dayWithWeekday(date, figures.locale);
            return (
              <li key={date} className={styles.date}>
                {day}
                <ActionIcon
                  variant="subtle"
                  size="xs"
                  aria-label={t('setup.holidays.remove', { day })}
                  onClick={() => put(holidays.filter((other) => other !== date))}
                >
                  <IconX size={12} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles.tools}>
        <DateInput label={t('setup.holidays.add')} value="" width={160} onCommit={add} />
        <span className={styles.unit}>{t('setup.holidays.addHint')}</span>
        {holidays.length > 0 && (
          <Button variant="default" onClick={() => put([])}>
            {t('setup.holidays.clear')}
          </Button>
        )}
      </div>
    </Section>
  );
}

interface PresetProps {
  readonly figures: PlanFigures;
  readonly onUse: (dates: readonly string[]) => void;
}

/** The days off of a country in the years of the plan. */
function CountryPreset({ figures, onUse }: PresetProps) {
  const { t } = useTranslation();
  const [country, setCountry] = useState<HolidayCountry>('CZ');
  const parsed = scenarioSchema.shape.calendar.safeParse(figures.document.calendar);
  const found = parsed.success ? planHolidays(country, parsed.data) : { dates: [], unlistedYears: [] };
  const known = figures.document.calendar.holidays ?? [];
  const fresh = found.dates.filter((date) => !known.includes(date));
  const names = new Intl.DisplayNames([figures.locale], { type: 'region' });
  return (
    <>
      <div className={styles.tools}>
        <NativeSelect
          size="xs"
          label={t('setup.holidays.country')}
          value={country}
          data={holidayCountries.map((code) => ({ value: code, label: names.of(code) ?? code }))}
          onChange={(event) => {
            const chosen = holidayCountries.find((code) => code === event.currentTarget.value);
            if (chosen !== undefined) setCountry(chosen);
          }}
        />
        <Button disabled={fresh.length === 0} onClick={() => onUse(fresh)}>
          {t('setup.holidays.use', { count: fresh.length })}
        </Button>
      </div>
      <p className={styles.note}>
        {t('setup.holidays.presetNote')} {country === 'DE' && t('setup.holidays.regional')}
        {country === 'GB' && t('setup.holidays.england')}
        {country === 'US' && t('setup.holidays.federal')}
        {(country === 'CN' || country === 'RU') && t('setup.holidays.announced')}{' '}
        {found.unlistedYears.length > 0 &&
          t(country === 'RU' ? 'setup.holidays.unlistedMoves' : 'setup.holidays.unlisted', {
            years: found.unlistedYears.join(', '),
          })}
      </p>
    </>
  );
}
