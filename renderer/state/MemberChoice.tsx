import { NativeSelect } from '@mantine/core';
import type { ViewMember } from '#shared/model/planView.ts';

interface MemberChoiceProps {
  readonly label: string;
  readonly members: readonly ViewMember[];
  /** Id of a member; empty for all of them. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Name of the choice of all; without it one must be chosen. */
  readonly allLabel?: string;
}

/** Which segment, queue or group a chart or a table is about. */
export function MemberChoice({ label, members, value, onChange, allLabel }: MemberChoiceProps) {
  const all = allLabel === undefined ? [] : [{ value: '', label: allLabel }];
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={[...all, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
