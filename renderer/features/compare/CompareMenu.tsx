import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, Button, Popover, ScrollArea, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { scenarioKey } from '#renderer/state/compareKeys.ts';
import { sourceOptions, type SourceGroup } from '#renderer/state/planSources.ts';
import { useLibrary, usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';

interface CompareMenuProps {
  /** Goes to the comparison. */
  readonly onShow: () => void;
}

/** Holds the open scenario against another one, or against a saved version, from wherever one is. */
export function CompareMenu({ onShow }: CompareMenuProps) {
  const { t } = useTranslation();
  const [isOpened, setOpened] = useState(false);
  return (
    <Popover position="bottom-end" width={340} shadow="md" trapFocus opened={isOpened} onChange={setOpened}>
      <Popover.Target>
        <Tooltip label={t('compare.with')} disabled={isOpened}>
          <ActionIcon aria-label={t('compare.with')} onClick={() => setOpened(!isOpened)}>
            <IconArrowsDiff size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('compare.with')} p={6}>
        <Others
          onShow={() => {
            setOpened(false);
            onShow();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** More are found by typing. */
const mostListed = 30;

function foundOptions(
  options: readonly SourceGroup[],
  ownKey: string,
  search: string,
): readonly SourceGroup[] {
  const words = search.trim().toLocaleLowerCase();
  const isFound = ({ value, label }: SourceGroup['items'][number]) =>
    value !== ownKey && label.toLocaleLowerCase().includes(words);
  return options
    .map(({ group, items }) => ({ group, items: items.filter(isFound).slice(0, mostListed) }))
    .filter(({ items }) => items.length > 0);
}

function Others({ onShow }: CompareMenuProps) {
  const { t } = useTranslation();
  const { compare } = usePlanSession().view;
  const scenarios = useLibrary((state) => state.scenarios);
  const openId = usePlan((state) => state.id);
  const versions = useStored('version.list', {});
  const [search, setSearch] = useState('');
  const own = scenarioKey(openId ?? '');
  const groups = foundOptions(sourceOptions({ scenarios, versions: versions.value ?? [] }, t), own, search);
  const choose = (key: string): void => {
    compare([key, own]);
    onShow();
  };
  return (
    <>
      <TextInput
        aria-label={t('compare.search')}
        placeholder={t('compare.search')}
        value={search}
        mb={4}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={320}>
        {groups.length === 0 && (
          <Text size="sm" p={6}>
            {t('compare.noneFound')}
          </Text>
        )}
        {groups.map(({ group, items }) => (
          <div key={group} role="group" aria-label={group}>
            <Text size="xs" c="var(--planner-text-quiet)" p={6}>
              {group}
            </Text>
            {items.map(({ value, label }) => (
              <Button
                key={value}
                variant="subtle"
                color="gray"
                c="var(--planner-text)"
                fullWidth
                justify="start"
                title={label}
                onClick={() => choose(value)}
              >
                {label}
              </Button>
            ))}
          </div>
        ))}
      </ScrollArea.Autosize>
    </>
  );
}
