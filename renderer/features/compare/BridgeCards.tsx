import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NativeSelect, Table } from '@mantine/core';
import type { Bridge } from '#shared/model/compare/bridge.ts';
import { type BridgeMeasureId, bridgeMeasureIds } from '#shared/model/compare/bridgeMeasures.ts';
import type { CompareSide } from '#shared/model/compare/compareWork.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { figureTexts } from '#renderer/state/figureTexts.ts';
import { lineLabel } from '#renderer/state/figures.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { formatPlain, type NumberFormat } from '#renderer/ui/numbers.ts';
import {
  type BridgeLine,
  bridgeDigits,
  bridgeLines,
  bridgeSteps,
  slotYears,
  spanWaterfall,
} from './bridgeView.ts';
import { useSpans } from './useSpans.ts';
import styles from './Compare.module.css';

interface BridgeCardsProps {
  readonly bridge: Bridge;
  readonly before: CompareSide;
  readonly after: CompareSide;
}

/** The bridge in people and in money, over the whole plan or a part of it. */
export function BridgeCards({ bridge, before, after }: BridgeCardsProps) {
  const { t } = useTranslation();
  const [wanted, setSpan] = useState('');
  const years = useMemo(() => {
    const valid = validateScenario(before.document);
    return valid.ok ? slotYears(bridge, valid.value.calendar) : [];
  }, [bridge, before]);
  const spans = useSpans(bridge, years, before.document.calendar);
  const span = spans.flatMap(({ items }) => items).some(({ value }) => value === wanted) ? wanted : '';
  if (bridge.steps.length === 0) return <p className={styles.note}>{t('compare.bridge.same')}</p>;
  const card = (unit: 'fte' | 'money') => (
    <BridgeCard {...{ bridge, before, after, years, span, unit }} key={unit} />
  );
  return (
    <>
      <NativeSelect
        label={t('compare.bridge.period')}
        data={spans.map(({ group, items }) => ({ group, items: [...items] }))}
        value={span}
        w={260}
        my="xs"
        onChange={(event) => setSpan(event.currentTarget.value)}
      />
      <div className={styles.bridges}>
        {card('fte')}
        {card('money')}
      </div>
    </>
  );
}

interface BridgeCardProps extends BridgeCardsProps {
  readonly years: readonly number[];
  readonly span: string;
  readonly unit: 'fte' | 'money';
}

const isMeasure = (text: string): text is BridgeMeasureId => bridgeMeasureIds.some((known) => known === text);

/** Money of the model is of any size, and has to add up to the cent. */
function formatIn(unit: 'fte' | 'money', currency: string): NumberFormat {
  return unit === 'money'
    ? { style: 'money', digits: bridgeDigits, currency }
    : { style: 'number', digits: bridgeDigits };
}

/** From here on a chart writes money without its cents. */
const wholeFrom = 10_000;

function BridgeCard({ bridge, before, after, years, span, unit }: BridgeCardProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<BridgeMeasureId>(unit === 'fte' ? 'requiredFte' : 'totalCost');
  const measures = bridge.measures.filter((measure) => measure.unit === unit);
  const measure = measures.find(({ id }) => id === wanted);
  if (measure === undefined) return null;
  const waterfall = spanWaterfall(bridge, years, span, wanted);
  const unitText = figureTexts(t).unit(unit, bridge.currency);
  const lines =
    waterfall === undefined
      ? []
      : bridgeLines(waterfall, bridge.steps, { t, before: before.name, after: after.name });
  const title = t('compare.bridge.of', { measure: lineLabel(measure) });
  const format = formatIn(unit, bridge.currency);
  // The table below adds up to the cent; on bars of that height cents are only noise.
  const isLarge = unit === 'money' && lines.some(({ level }) => Math.abs(level) >= wholeFrom);
  return (
    <section className={styles.bridge} aria-label={title}>
      <PlanChartCard
        title={title}
        unit={unitText}
        height={260}
        chart={{
          kind: 'waterfall',
          header: t('compare.bridge.step'),
          format: isLarge ? { ...format, digits: 0 } : format,
          steps: bridgeSteps(lines),
          names: {
            total: t('compare.bridge.total'),
            rise: t('compare.bridge.rise'),
            fall: t('compare.bridge.fall'),
            change: t('compare.bridge.change'),
            level: t('compare.bridge.level'),
          },
        }}
        actions={
          <NativeSelect
            aria-label={t('compare.bridge.measure')}
            size="xs"
            data={measures.map((one) => ({ value: one.id, label: lineLabel(one) }))}
            value={wanted}
            onChange={({ currentTarget: { value } }) => isMeasure(value) && setWanted(value)}
          />
        }
      />
      {waterfall === undefined ? (
        <p className={styles.note}>{t('compare.bridge.noNumber')}</p>
      ) : (
        <BridgeTable title={title} unit={unitText} lines={lines} format={format} />
      )}
    </section>
  );
}

interface BridgeTableProps {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly BridgeLine[];
  readonly format: NumberFormat;
}

function BridgeTable({ title, unit, lines, format }: BridgeTableProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const show = (value: number) => formatPlain(value, format, locale);
  return (
    <Table className={styles.table} verticalSpacing={3} aria-label={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('compare.bridge.step')}</Table.Th>
          <Table.Th ta="right">{t('compare.bridge.changeIn', { unit })}</Table.Th>
          <Table.Th ta="right">{t('compare.bridge.levelIn', { unit })}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ id, label, change, level }) => (
          <Table.Tr key={id} className={change === null ? styles.total : undefined}>
            <Table.Td>{label}</Table.Td>
            <Table.Td ta="right">{change === null ? '' : show(change)}</Table.Td>
            <Table.Td ta="right">{show(level)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
