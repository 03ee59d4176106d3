import { ActionIcon, Button, Stack, Table, Text, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ViewMember } from '#shared/model/planView.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatExact, formatPlain, parseNumber } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf } from '#renderer/state/members.ts';
import { todayIso } from '#renderer/state/today.ts';
import { usePlan, usePlanStore } from '#renderer/state/usePlan.ts';
import { BridgePart } from './BridgePart.tsx';
import { LateGapPart } from './LateGapPart.tsx';
import { PlannedClasses } from './PlannedClasses.tsx';
import {
  addClass,
  changeClass,
  classesOf,
  dayText,
  type HiringClass,
  isInsidePlan,
  nextStart,
  removeClass,
} from './hiringClasses.ts';
import { DateInput } from '#renderer/state/DateInput.tsx';
import { faultText } from '#renderer/state/faultText.ts';

const peopleFormat = { style: 'number', digits: 1 } as const;

/** Classes are whole people as a rule; a half is shown as one. */
function peopleText(people: number, locale: string): string {
  return formatPlain(people, { style: 'number', digits: Number.isInteger(people) ? 0 : 1 }, locale);
}

interface ClassLineProps {
  readonly figures: PlanFigures;
  readonly group: ViewMember;
  readonly one: HiringClass;
  readonly number: number;
}

function ClassLine({ figures, group, one, number }: ClassLineProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const { locale, structure } = figures;
  const named = { group: group.name, number };
  const setStart = (text: string): string | null => {
    if (text === '') return t('people.notADate');
    const done = store.run([changeClass(group, one.place, 'start', text)]);
    return done.ok ? null : faultText(done.fault, t);
  };
  const setPeople = (text: string): string | null => {
    const parsed = parseNumber(text, peopleFormat, locale);
    if (!parsed.ok || parsed.value < 0) return t('people.notPeople');
    const done = store.run([changeClass(group, one.place, 'people', parsed.value)]);
    return done.ok ? null : faultText(done.fault, t);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <DateInput label={t('people.startOf', named)} value={one.start} width={160} onCommit={setStart} />
      </Table.Td>
      <Table.Td>
        <DraftInput
          label={t('people.sizeOf', named)}
          value={formatExact(one.people, peopleFormat, locale)}
          align="end"
          width={100}
          onCommit={setPeople}
        />
      </Table.Td>
      {/* The lead time of hires that are planned by hand is not known: they can be decided until they start. */}
      <Table.Td>{dayText(one.start, locale)}</Table.Td>
      <Table.Td>
        <Text size="xs" c="var(--planner-warning)">
          {isInsidePlan(structure, one.start)
            ? one.start < todayIso() && t('people.decisionPast')
            : t('people.outsidePlan')}
        </Text>
      </Table.Td>
      <Table.Td>
        <ActionIcon
          aria-label={t('people.removeClass', named)}
          onClick={() => store.run([removeClass(group, one.place)])}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

function ClassTable({
  figures,
  group,
  classes,
}: Omit<ClassLineProps, 'one' | 'number'> & { readonly classes: readonly HiringClass[] }) {
  const { t } = useTranslation();
  return (
    <Table
      withRowBorders
      verticalSpacing={4}
      w="auto"
      aria-label={t('people.classesOf', { group: group.name })}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people.classStart')}</Table.Th>
          <Table.Th ta="right">{t('people.classSize')}</Table.Th>
          <Table.Th title={t('people.decisionByHand')}>{t('people.classDecide')}</Table.Th>
          <Table.Th>{t('people.classNote')}</Table.Th>
          <Table.Th>{t('people.classRemove')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {classes.map((one, index) => (
          <ClassLine key={one.place} figures={figures} group={group} one={one} number={index + 1} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function GroupClasses({ figures, group }: { readonly figures: PlanFigures; readonly group: ViewMember }) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const classes = classesOf(figures.document, group.id);
  const hiring = usePlan((state) => state.hiring.find(({ groupId }) => groupId === group.id));
  const people = (classes ?? []).reduce((sum, one) => sum + one.people, 0);
  const add = (start: string, size: number): void => {
    store.run([addClass(group, classes?.length ?? 0, start, size)]);
  };
  const words = { people: peopleText(people, figures.locale), count: classes?.length ?? 0 };
  const known = classes?.length === 0 ? t('people.noClasses') : t('people.classSummary', words);
  const summary = classes === undefined ? t('people.notByHand') : known;
  return (
    <Stack gap={6} component="section" align="flex-start" aria-label={group.name}>
      <Title order={2} size="h6">
        {group.name}
      </Title>
      {hiring?.bridge !== undefined && (
        <BridgePart bridge={hiring.bridge} groupName={group.name} locale={figures.locale} />
      )}
      {hiring !== undefined && (
        <LateGapPart figures={figures} group={group} weeks={hiring.weeksUntilProductive} />
      )}
      {hiring?.mode === 'auto' ? (
        <PlannedClasses hiring={hiring} groupName={group.name} locale={figures.locale} />
      ) : (
        <Text size="sm" c="var(--planner-text-quiet)">
          {summary}
        </Text>
      )}
      {classes !== undefined && classes.length > 0 && (
        <ClassTable figures={figures} group={group} classes={classes} />
      )}
      {classes !== undefined && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add(nextStart(figures.structure, classes), classes.at(-1)?.people ?? 1)}
        >
          {t('people.addClass', { group: group.name })}
        </Button>
      )}
    </Stack>
  );
}

/** Where the starts of each group go, its classes with the last days to decide, and what is left where that is too late. */
export function HiringClasses({ figures }: { readonly figures: PlanFigures }) {
  return (
    <Stack gap="lg" p="md" h="100%" style={{ overflow: 'auto' }}>
      {membersOf(figures.structure, 'groups').map((group) => (
        <GroupClasses key={group.key} figures={figures} group={group} />
      ))}
    </Stack>
  );
}
