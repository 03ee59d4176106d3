import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Puts the table on the clipboard as a spreadsheet takes it. */
export function CopyButton({ text }: { readonly text: (() => string) | null }) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    if (text === null) return;
    const closeButtonProps = { 'aria-label': t('calculator.dismiss') };
    try {
      await navigator.clipboard.writeText(text());
      notifications.show({ message: t('calculator.copied'), closeButtonProps });
    } catch {
      notifications.show({
        message: t('calculator.notCopied'),
        color: 'red',
        autoClose: false,
        closeButtonProps,
      });
    }
  };
  return (
    <Button
      variant="default"
      disabled={text === null}
      leftSection={<IconCopy size={15} aria-hidden />}
      onClick={() => void copy()}
    >
      {t('calculator.copy')}
    </Button>
  );
}
