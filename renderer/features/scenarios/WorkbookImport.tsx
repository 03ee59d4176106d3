import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Loader, Radio, Select, Stack, Text } from '@mantine/core';
import type { Fault } from '#shared/kernel/result.ts';
import { compareKeyOf } from '#renderer/state/compareKeys.ts';
import { keyOfSource, type ListedVersion, sourceOptions } from '#renderer/state/planSources.ts';
import { useLibrary, usePlan, usePlanSession, usePlanStore } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { RefusedFile } from './RefusedFile.tsx';
import { followed, useWorkbook, type WorkbookProposal } from './useWorkbook.ts';
import { WorkbookChanges } from './WorkbookChanges.tsx';

interface WorkbookImportProps {
  readonly file: File;
  readonly onDone: () => void;
}

const noVersions: readonly ListedVersion[] = [];
const mostListed = 60;

/** Takes the inputs that were changed in an exported workbook back into the plan it came from. */
export function WorkbookImport({ file, onDone }: WorkbookImportProps) {
  const { t } = useTranslation();
  const scenarios = useLibrary((state) => state.scenarios);
  const versions = useStored('version.list', {}).value ?? noVersions;
  const [key, setKey] = useState<string | null>(null);
  const options = useMemo(() => sourceOptions({ scenarios, versions }, t), [scenarios, versions, t]);
  const { proposal, fault } = useWorkbook(file, key);
  const plan = proposal?.plan ?? (key === null ? null : compareKeyOf(key));
  const baseId =
    plan?.kind === 'version'
      ? versions.find((version) => version.id === plan.id)?.scenarioId
      : (plan?.id ?? undefined);
  return (
    <>
      <Select
        label={t('scenarios.workbook.from')}
        description={t('scenarios.workbook.fromText')}
        data={options.map(({ group, items }) => ({ group, items: [...items] }))}
        value={plan === null ? null : keyOfSource(plan)}
        placeholder={t('scenarios.workbook.itself')}
        limit={mostListed}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('scenarios.workbook.noneFound')}
        onChange={(next) => next !== null && setKey(next)}
      />
      <div aria-live="polite">
        {fault !== null && <RefusedFile fault={fault} />}
        {fault === null && proposal === null && (
          <Group gap="xs">
            <Loader size="xs" />
            <Text size="sm">{t('scenarios.workbook.reading')}</Text>
          </Group>
        )}
      </div>
      {proposal !== null && baseId !== undefined && (
        <Proposal key={baseId} proposal={proposal} baseId={baseId} onDone={onDone} />
      )}
    </>
  );
}

interface ProposalProps {
  readonly proposal: WorkbookProposal;
  /** The scenario that the changes are for. */
  readonly baseId: string;
  readonly onDone: () => void;
}

/** Carries a proposal out. @returns why that was not possible, else null */
function useTake({ proposal: { commands }, baseId }: ProposalProps) {
  const { t } = useTranslation();
  const { client, library } = usePlanSession();
  const store = usePlanStore();
  return async (way: 'variant' | 'open'): Promise<Fault | null> => {
    if (way === 'open') {
      const changed = store.run(commands);
      return changed.ok ? null : changed.fault;
    }
    const base = await client.call('scenario.open', { id: baseId });
    if (!base.ok) return base.fault;
    const document = followed(base.value.document, commands);
    if (!document.ok) return document.fault;
    const name = t('scenarios.workbook.variantName', { name: base.value.name });
    await library.createVariant(baseId, name, document.value);
    return null;
  };
}

function Proposal(props: ProposalProps) {
  const { t } = useTranslation();
  const { proposal, baseId, onDone } = props;
  const openId = usePlan((state) => state.id);
  const [way, setWay] = useState<'variant' | 'open'>('variant');
  const [fault, setFault] = useState<Fault | null>(null);
  const take = useTake(props);
  return (
    <>
      <WorkbookChanges changes={proposal.changes} />
      <Radio.Group value={way} onChange={(value) => setWay(value === 'open' ? 'open' : 'variant')}>
        <Stack gap={6}>
          <Radio
            value="variant"
            label={t('scenarios.importing.way.variant')}
            description={t('scenarios.workbook.variantText')}
          />
          <Radio
            value="open"
            disabled={openId !== baseId}
            label={t('scenarios.workbook.open')}
            description={t('scenarios.workbook.openText')}
          />
        </Stack>
      </Radio.Group>
      {fault !== null && <RefusedFile fault={fault} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('scenarios.cancel')}
        </Button>
        <Button
          disabled={proposal.commands.length === 0}
          onClick={() => void take(way).then((refused) => (refused === null ? onDone() : setFault(refused)))}
        >
          {t('scenarios.importing.take')}
        </Button>
      </Group>
    </>
  );
}
