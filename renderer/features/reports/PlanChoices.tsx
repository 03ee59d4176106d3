import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NativeSelect, Select } from '@mantine/core';
import type { ReportChoice } from '#shared/ipc/operations/settings.ts';
import { reportLanguages } from '#shared/model/packs/content.ts';
import { compareKeyOf } from '#renderer/state/compareKeys.ts';
import { isKnownSource, keyOfSource, sourceOptions } from '#renderer/state/planSources.ts';
import {
  type ChoiceChange,
  comparedOf,
  languageName,
  languageOf,
  planOf,
  type ReportSurroundings,
  yearOf,
} from './reportChoices.ts';
import type { PlanParts } from './usePlanParts.ts';

interface PlanChoicesProps {
  readonly choice: ReportChoice;
  readonly around: ReportSurroundings;
  readonly parts: PlanParts;
  readonly onChange: (next: ChoiceChange) => void;
}

/** Follows whichever scenario is open. */
const openKey = 'open';
const nothingKey = 'nothing';
const wholeKey = 'whole';
/** A workspace can hold a thousand scenarios; nobody scrolls through them. */
const mostListed = 60;

/** Which plan and time the report is about, what it is held against, and in which language. */
export function PlanChoices({ choice, around, parts, onChange }: PlanChoicesProps) {
  const { partners } = parts;
  const { t } = useTranslation();
  const options = useMemo(
    () => sourceOptions(around, t).map(({ group, items }) => ({ group, items: [...items] })),
    [around, t],
  );
  const plan = planOf(choice, around);
  const compared = comparedOf(choice, around);
  const openName = around.scenarios.find(({ id }) => id === around.openId)?.name ?? '';
  const isChosen = choice.plan !== undefined && isKnownSource(around, choice.plan);
  const others = options.map(({ group, items }) => ({
    group,
    items: items.filter(({ value }) => plan === null || value !== keyOfSource(plan)),
  }));
  const shared = { searchable: true, allowDeselect: false, limit: mostListed };
  return (
    <>
      <Select
        label={t('reports.plan')}
        data={[{ value: openKey, label: t('reports.openScenario', { name: openName }) }, ...options]}
        value={isChosen && plan !== null ? keyOfSource(plan) : openKey}
        onChange={(key) => {
          if (key === openKey) onChange({ plan: null });
          else if (key !== null) onChange({ plan: compareKeyOf(key) });
        }}
        nothingFoundMessage={t('reports.noneFound')}
        {...shared}
      />
      <Select
        label={t('reports.compareWith')}
        data={[{ value: nothingKey, label: t('reports.compareNothing') }, ...others]}
        value={compared === undefined ? nothingKey : keyOfSource(compared)}
        onChange={(key) =>
          onChange({ compareWith: key === null || key === nothingKey ? null : compareKeyOf(key) })
        }
        nothingFoundMessage={t('reports.noneFound')}
        {...shared}
      />
      <TimeChoice choice={choice} parts={parts} onChange={onChange} />
      {partners.length > 1 && (
        <NativeSelect
          label={t('reports.partner')}
          data={partners.map(({ id, name }) => ({ value: id, label: name }))}
          value={partners.find(({ id }) => id === choice.partner)?.id ?? partners[0]?.id ?? ''}
          onChange={({ currentTarget }) => onChange({ partner: currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t('reports.language')}
        data={reportLanguages.map((value) => ({ value, label: languageName(value) }))}
        value={languageOf(choice, around.language)}
        onChange={({ currentTarget }) => {
          const language = reportLanguages.find((known) => known === currentTarget.value);
          if (language !== undefined) onChange({ language });
        }}
      />
    </>
  );
}

/** The whole plan or one of its fiscal years; nothing to choose where there is only one. */
function TimeChoice({ choice, parts, onChange }: Omit<PlanChoicesProps, 'around'>) {
  const { t } = useTranslation();
  const { years, isCalendarYear } = parts;
  if (years.length < 2) return null;
  return (
    <NativeSelect
      label={t('reports.time')}
      data={[
        { value: wholeKey, label: t('reports.wholePlan') },
        ...years.map((year) => ({
          value: String(year),
          label: isCalendarYear ? String(year) : t('period.fiscalYear', { year }),
        })),
      ]}
      value={String(yearOf(choice, years) ?? wholeKey)}
      onChange={({ currentTarget: { value } }) =>
        onChange({ fiscalYear: value === wholeKey ? null : Number(value) })
      }
    />
  );
}
