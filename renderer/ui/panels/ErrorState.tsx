import type { ReactNode } from 'react';
import { Alert, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

interface ErrorStateProps {
  readonly title: string;
  /** What happened, where, and what to do next. */
  readonly text: string;
  /** For whoever has to look into it; shown as it is. */
  readonly detail?: string;
  readonly action?: ReactNode;
}

export function ErrorState({ title, text, detail, action }: ErrorStateProps) {
  return (
    <Alert
      role="alert"
      variant="outline"
      color="red"
      title={title}
      icon={<IconAlertTriangle aria-hidden />}
      maw={640}
      mx="auto"
      my="md"
    >
      <Stack gap="xs">
        <Text size="sm">{text}</Text>
        {detail !== undefined && <Code block>{detail}</Code>}
        {action !== undefined && <Group>{action}</Group>}
      </Stack>
    </Alert>
  );
}
