import type { ReactNode } from 'react';
import { Stack, Text, Title } from '@mantine/core';

interface EmptyStateProps {
  readonly title: string;
  /** What would stand here, and what to do to get it. */
  readonly text: string;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, text, icon, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" p="xl" maw={480} mx="auto">
      {icon}
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      <Text size="sm" ta="center" c="var(--planner-text-quiet)">
        {text}
      </Text>
      {action}
    </Stack>
  );
}
