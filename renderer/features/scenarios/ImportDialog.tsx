import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, FileInput, Group, Modal, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import type { Fault } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { toOverrides } from '#shared/model/variants/edit.ts';
import { useLibrary, usePlan, usePlanSession, usePlanStore } from '#renderer/state/usePlan.ts';
import { ImportChanges } from './ImportChanges.tsx';
import { MergeChoices } from './MergeChoices.tsx';
import { RefusedFile } from './RefusedFile.tsx';
import { WorkbookImport } from './WorkbookImport.tsx';
import { readScenario } from './readScenario.ts';
import { useMerge } from './useMerge.ts';

interface ImportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const ways = ['new', 'variant', 'merge'] as const;
type Way = (typeof ways)[number];

/** Takes a workbook back, or a scenario file in: alone, as a variant of another scenario, or merged into the open variant. Shows first what it would do. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const [document, setDocument] = useState<ScenarioDocument | null>(null);
  const [workbook, setWorkbook] = useState<File | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const choose = async (file: File | null) => {
    setDocument(null);
    setFault(null);
    setWorkbook(null);
    if (file === null) return;
    if (/\.xlsx$/i.test(file.name)) return setWorkbook(file);
    const read = await readScenario(file);
    if (read.ok) setDocument(read.value);
    else setFault(read.fault);
  };
  const close = () => {
    void choose(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size="xl"
      title={t('scenarios.import')}
      closeButtonProps={{ 'aria-label': t('scenarios.dismiss') }}
    >
      <Stack gap="sm">
        <FileInput
          label={t('scenarios.importing.file')}
          placeholder={t('scenarios.importing.choose')}
          accept=".json,.xlsx,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(file) => void choose(file)}
        />
        {fault !== null && <RefusedFile fault={fault} />}
        {workbook !== null && <WorkbookImport file={workbook} onDone={close} />}
        {document !== null && <Ways document={document} onDone={close} />}
      </Stack>
    </Modal>
  );
}

function Ways({ document, onDone }: { readonly document: ScenarioDocument; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { library } = usePlanSession();
  const store = usePlanStore();
  const scenarios = useLibrary((state) => state.scenarios);
  const openId = usePlan((state) => state.id);
  const variant = usePlan((state) => state.variant);
  const [way, setWay] = useState<Way>('new');
  const [parentId, setParentId] = useState(openId ?? scenarios[0]?.id ?? '');
  const merge = useMerge(variant, document);
  const isPossible = (one: Way) => (one === 'merge' ? merge !== null : one === 'new' || scenarios.length > 0);
  const take = async () => {
    if (way === 'new') await library.createFrom(document.name, document);
    if (way === 'variant') await library.createVariant(parentId, document.name, document);
    if (way === 'merge' && merge !== null && variant !== null) {
      store.run([toOverrides(variant.overrides, merge.result)]);
    }
    onDone();
  };
  return (
    <>
      <Text size="sm">
        {t('scenarios.importing.found', {
          name: document.name,
          count: document.calendar.periods,
          start: document.calendar.start,
          currency: document.currency,
        })}
      </Text>
      <WayChoice way={way} isPossible={isPossible} onChange={setWay} />
      {way === 'variant' && (
        <>
          <NativeSelect
            label={t('scenarios.basedOn')}
            data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
            value={parentId}
            onChange={(event) => setParentId(event.currentTarget.value)}
          />
          <ImportChanges parentId={parentId} document={document} />
        </>
      )}
      {way === 'merge' && merge !== null && <MergeChoices merge={merge} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('scenarios.cancel')}
        </Button>
        <Button onClick={() => void take()}>{t('scenarios.importing.take')}</Button>
      </Group>
    </>
  );
}

interface WayChoiceProps {
  readonly way: Way;
  readonly isPossible: (way: Way) => boolean;
  readonly onChange: (way: Way) => void;
}

function WayChoice({ way, isPossible, onChange }: WayChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group value={way} onChange={(value) => onChange(ways.find((one) => one === value) ?? 'new')}>
      <Stack gap={6}>
        {ways.map((one) => (
          <Radio
            key={one}
            value={one}
            disabled={!isPossible(one)}
            label={t(`scenarios.importing.way.${one}`)}
            description={t(`scenarios.importing.wayText.${one}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
