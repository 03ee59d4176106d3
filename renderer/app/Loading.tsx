import { Center, Loader, Text } from '@mantine/core';

export function Loading({ text }: { readonly text: string }) {
  return (
    <Center h="100%" mih={200} role="status">
      <Loader size="sm" mr="sm" aria-hidden />
      <Text size="sm" c="var(--planner-text-quiet)">
        {text}
      </Text>
    </Center>
  );
}
