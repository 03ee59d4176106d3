import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { WorkspaceFault } from './WorkspaceFault.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly text: string;
  readonly confirm: string;
  readonly initial: string;
  /** What is wrong with a name, as a sentence; null when nothing is. */
  readonly problemOf: (name: string) => string | null;
  readonly isBusy: boolean;
  readonly onConfirm: (name: string) => void;
  readonly onClose: () => void;
  /** More to see or to choose, between the name and the buttons. */
  readonly children?: ReactNode;
}

/** A dialog that asks for one name. */
export function NameDialog(props: NameDialogProps) {
  const { t } = useTranslation();
  const { title, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={title}
      closeButtonProps={{ 'aria-label': t('workspaces.close') }}
      transitionProps={{ duration: 0 }}
    >
      <NameForm {...props} />
    </Modal>
  );
}

function NameForm({
  label,
  text,
  confirm,
  initial,
  problemOf,
  isBusy,
  onConfirm,
  onClose,
  children,
}: NameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [isTried, setTried] = useState(false);
  const problem = problemOf(name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problem === null) onConfirm(name.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        <TextInput
          label={label}
          value={name}
          data-autofocus
          error={isTried ? problem : null}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {children}
        <WorkspaceFault />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('workspaces.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
