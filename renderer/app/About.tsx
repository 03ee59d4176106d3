import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal, ScrollArea, Table, Text } from '@mantine/core';
import type { Output } from '#shared/ipc/contract.ts';
import { useSession } from './useSession.ts';

interface AboutProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Which version this is, what it runs on, and the licences of what it is made with. */
export function About({ isOpen, onClose }: AboutProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('about.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('about.close') }}
    >
      <Versions />
      <Text mt="md" size="sm">
        {t('about.offline')}
      </Text>
      <Licences />
    </Modal>
  );
}

/** The browser names itself and, in the installed app, Electron. */
function browserVersion(name: 'Electron' | 'Chrome' | 'Firefox'): string | undefined {
  return new RegExp(`${name}/([\\d.]+)`).exec(navigator.userAgent)?.[1];
}

function Versions() {
  const { t } = useTranslation();
  const { client } = useSession();
  const [info, setInfo] = useState<Output<'app.info'> | null>(null);
  useEffect(() => {
    void client.call('app.info', {}).then((found) => setInfo(found.ok ? found.value : null));
  }, [client]);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t('about.version'), info?.version],
    [t('about.workspace'), info?.workspaceFile],
    [t('about.schema'), info?.schemaVersion.toString()],
    ['SQLite', info?.sqliteVersion],
    ['Node', info?.nodeVersion],
    ['Electron', browserVersion('Electron')],
    ['Chromium', browserVersion('Chrome')],
    ['Firefox', browserVersion('Firefox')],
  ];
  return (
    <Table withRowBorders={false} verticalSpacing={2}>
      <Table.Tbody>
        {rows.map(
          ([label, value]) =>
            value !== undefined && (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ),
        )}
      </Table.Tbody>
    </Table>
  );
}

function Licences() {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    fetch('./licences.txt')
      .then((answer) => (answer.ok ? answer.text() : null))
      .then(setText, () => setText(null));
  }, []);
  return (
    <>
      <Text mt="md" fw={600} id="about-licences">
        {t('about.licences')}
      </Text>
      <ScrollArea h={260} mt="xs" viewportProps={{ tabIndex: 0, 'aria-labelledby': 'about-licences' }}>
        <Text size="xs" ff="monospace" style={{ whiteSpace: 'pre-wrap' }}>
          {text ?? t('about.noLicences')}
        </Text>
      </ScrollArea>
    </>
  );
}
