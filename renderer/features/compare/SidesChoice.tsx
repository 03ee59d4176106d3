import { useTranslation } from 'react-i18next';
import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconHistory, IconPlus, IconX } from '@tabler/icons-react';
import { fewestCompared, scenarioKey, versionKey } from '#renderer/state/compareKeys.ts';
import type { ListedVersion, SourceGroup } from '#renderer/state/planSources.ts';
import { mostCompared } from './compareOptions.ts';
import styles from './Compare.module.css';

interface SidesChoiceProps {
  readonly keys: readonly string[];
  readonly options: readonly SourceGroup[];
  /** Of the open scenario, the version that was approved last. */
  readonly approved: ListedVersion | undefined;
  readonly openId: string | null;
  readonly onChange: (keys: readonly string[]) => void;
}

/** What is compared: the first is what the others are held against. */
export function SidesChoice({ keys, options, approved, openId, onChange }: SidesChoiceProps) {
  const { t } = useTranslation();
  const free = options.flatMap(({ items }) => items).find(({ value }) => !keys.includes(value));
  return (
    <div role="group" aria-label={t('compare.sides')} className={styles.sides}>
      {keys.map((key, place) => (
        <SideField
          key={key}
          place={place}
          value={key}
          options={options}
          taken={keys}
          isRemovable={keys.length > fewestCompared}
          onChange={(next) => onChange(keys.with(place, next))}
          onRemove={() => onChange(keys.toSpliced(place, 1))}
        />
      ))}
      {free !== undefined && keys.length < mostCompared && (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...keys, free.value])}
        >
          {t('compare.add')}
        </Button>
      )}
      {keys.length === fewestCompared && (
        <Tooltip label={t('compare.swap')}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('compare.swap')}
            onClick={() => onChange(keys.toReversed())}
          >
            <IconArrowsExchange size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {approved !== undefined && openId !== null && (
        <Button
          className={styles.push}
          variant="default"
          leftSection={<IconHistory size={14} aria-hidden />}
          onClick={() => onChange([versionKey(approved.id), scenarioKey(openId)])}
        >
          {t('compare.sinceApproved', { version: approved.name })}
        </Button>
      )}
    </div>
  );
}

const placeNames = ['first', 'second', 'third', 'fourth'] as const;

interface SideFieldProps {
  readonly place: number;
  readonly value: string;
  readonly options: readonly SourceGroup[];
  readonly taken: readonly string[];
  readonly isRemovable: boolean;
  readonly onChange: (key: string) => void;
  readonly onRemove: () => void;
}

/** A workspace can hold a thousand scenarios; nobody scrolls through them. */
const mostListed = 60;

function SideField({ place, value, options, taken, isRemovable, onChange, onRemove }: SideFieldProps) {
  const { t } = useTranslation();
  const data = options.map(({ group, items }) => ({
    group,
    items: items.map((item) => ({
      ...item,
      disabled: item.value !== value && taken.includes(item.value),
    })),
  }));
  return (
    <div className={styles.side}>
      <Select
        label={t(`compare.${placeNames[place] ?? 'fourth'}`)}
        data={data}
        value={value}
        limit={mostListed}
        searchable
        allowDeselect={false}
        w={320}
        nothingFoundMessage={t('compare.noneFound')}
        onChange={(next) => next !== null && next !== value && onChange(next)}
      />
      {isRemovable && (
        <ActionIcon aria-label={t('compare.remove', { number: place + 1 })} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
