import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { assumptionRegister, type Register } from '#shared/model/assumptions/register.ts';
import { refusalText } from '#renderer/state/faultText.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { fileNameOf } from '#renderer/state/saveDownload.ts';
import { todayIso } from '#renderer/state/today.ts';
import { saveCsv } from '#renderer/ui/charts/saveChart.ts';
import {
  filterCount,
  listedEntries,
  ownersOf,
  registerCsv,
  registerFilters,
  type RegisterQuery,
} from './registerRows.ts';
import { RegisterTable } from './RegisterTable.tsx';
import styles from './Assumptions.module.css';

const monthsChoices = [3, 6, 12, 18, 24, 36] as const;
const standardMonths = 12;
const page = 100;

/** Every figure that the plan rests on, who says so, and since when. */
export function RegisterTab({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const [months, setMonths] = useState(standardMonths);
  const { document } = figures;
  const register = useMemo(
    () => assumptionRegister(document, { today: todayIso(), staleAfterMonths: months }),
    [document, months],
  );
  if (!register.ok) {
    return (
      <Alert color="red" variant="outline" m="sm">
        {refusalText(register.fault, figures, t)}
      </Alert>
    );
  }
  return <Listed figures={figures} register={register.value} months={months} onMonths={setMonths} />;
}

interface ListedProps {
  readonly figures: PlanFigures;
  readonly register: Register;
  readonly months: number;
  readonly onMonths: (months: number) => void;
}

function Listed({ figures, register, months, onMonths }: ListedProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState<RegisterQuery>({ filter: 'set', member: '', search: '' });
  const [limit, setLimit] = useState(page);
  const asked = useDeferredValue(query);
  const entries = useMemo(() => listedEntries(register, asked), [register, asked]);
  const { locale, structure, document } = figures;
  const words = useMemo(() => ({ t, locale, currency: structure.currency }), [t, locale, structure.currency]);
  const change = (part: Partial<RegisterQuery>): void => {
    setQuery({ ...query, ...part });
    setLimit(page);
  };
  const save = () =>
    saveCsv(registerCsv(entries, words), fileNameOf(`${document.name} ${t('assumptions.register')}`));
  return (
    <>
      <div className={styles.controls}>
        <QueryFields
          register={register}
          query={query}
          months={months}
          onChange={change}
          onMonths={onMonths}
        />
        <Text size="sm" c="var(--planner-text-quiet)" role="status">
          {t('assumptions.listed', { count: entries.length })}
        </Text>
        <Button
          className={styles.push}
          variant="default"
          disabled={entries.length === 0}
          leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
          onClick={save}
        >
          {t('chart.saveCsv')}
        </Button>
      </div>
      <div className={styles.scrolled}>
        {entries.length === 0 ? (
          <Text size="sm" c="var(--planner-text-quiet)">
            {t('assumptions.none')}
          </Text>
        ) : (
          <RegisterTable figures={figures} entries={entries.slice(0, limit)} words={words} />
        )}
        {entries.length > limit && (
          <Button variant="default" mt="xs" onClick={() => setLimit(limit + page)}>
            {t('assumptions.more', { count: entries.length - limit })}
          </Button>
        )}
        <Orphans register={register} />
      </div>
    </>
  );
}

/** What is said about inputs that were taken away since. */
function Orphans({ register: { orphans } }: { readonly register: Register }) {
  const { t } = useTranslation();
  if (orphans.length === 0) return null;
  const paths = orphans.map(({ path }) => path).join(', ');
  return (
    <Text size="xs" c="var(--planner-text-quiet)" mt="sm">
      {t('assumptions.orphans', { count: orphans.length, paths })}
    </Text>
  );
}

interface QueryFieldsProps {
  readonly register: Register;
  readonly query: RegisterQuery;
  readonly months: number;
  readonly onChange: (part: Partial<RegisterQuery>) => void;
  readonly onMonths: (months: number) => void;
}

function QueryFields({ register, query, months, onChange, onMonths }: QueryFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('assumptions.show')}
        data={registerFilters.map((filter) => ({
          value: filter,
          label: t(`assumptions.filter.${filter}`, { count: filterCount(register, filter) }),
        }))}
        value={query.filter}
        onChange={({ currentTarget }) =>
          onChange({ filter: registerFilters.find((known) => known === currentTarget.value) ?? 'set' })
        }
      />
      <NativeSelect
        label={t('assumptions.of')}
        data={[
          { value: '', label: t('assumptions.everything') },
          ...ownersOf(register).map((owner) => ({ value: owner, label: owner })),
        ]}
        value={query.member}
        onChange={(event) => onChange({ member: event.currentTarget.value })}
      />
      <TextInput
        label={t('assumptions.find')}
        value={query.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('assumptions.staleAfter')}
        data={monthsChoices.map((count) => ({
          value: String(count),
          label: t('assumptions.months', { count }),
        }))}
        value={String(months)}
        onChange={(event) => onMonths(Number(event.currentTarget.value))}
      />
    </>
  );
}
