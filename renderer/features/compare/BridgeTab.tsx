import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, Progress, SegmentedControl, Text } from '@mantine/core';
import type { Bridge } from '#shared/model/compare/bridge.ts';
import type { BridgeMethod, CompareTask } from '#shared/model/compare/compareWork.ts';
import type { ComparedSide } from '#renderer/state/useCompareSides.ts';
import { type Answered, type Comparison, useComparison } from '#renderer/state/useComparison.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { parseNumber } from '#renderer/ui/numbers.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { BridgeCards } from './BridgeCards.tsx';
import { OtherSide, useOtherSide } from './OtherSide.tsx';
import styles from './Compare.module.css';
import { faultText } from '#renderer/state/faultText.ts';

type BridgeTask = Extract<CompareTask, { kind: 'bridge' }>;

interface BridgeTabProps {
  readonly sides: readonly ComparedSide[];
}

/** What leads from the first plan's figures to another's, family of drivers by family. */
export function BridgeTab({ sides }: BridgeTabProps) {
  const { t } = useTranslation();
  const [method, setMethod] = useState<BridgeMethod>('fixedOrder');
  const [rate, setRate] = useState<number | null>(null);
  const other = useOtherSide(sides);
  const [before] = sides;
  const { after } = other;
  const hasTwoCurrencies =
    before !== undefined && after !== undefined && before.document.currency !== after.document.currency;
  const exchangeRate = hasTwoCurrencies ? rate : null;
  const task = useMemo(
    () =>
      before === undefined || after === undefined
        ? null
        : { kind: 'bridge' as const, before, after, method, exchangeRate },
    [before, after, method, exchangeRate],
  );
  const comparison = useComparison(task);
  if (before === undefined || after === undefined) return null;
  const { answered } = comparison;
  return (
    <>
      <div className={styles.controls}>
        <OtherSide {...other} sides={sides} />
        <SegmentedControl
          aria-label={t('compare.bridge.method')}
          data={[
            { value: 'fixedOrder', label: t('compare.bridge.fixedOrder') },
            { value: 'shapley', label: t('compare.bridge.shapley') },
          ]}
          value={method}
          onChange={(next) => setMethod(next === 'shapley' ? 'shapley' : 'fixedOrder')}
        />
        {hasTwoCurrencies && (
          <RateField
            from={after.document.currency}
            to={before.document.currency}
            rate={rate}
            onChange={setRate}
          />
        )}
        <Running comparison={comparison} />
      </div>
      <div className={styles.scrolled}>{answered !== null && <Shown answered={answered} />}</div>
    </>
  );
}

/** The last bridge, under the names of the plans that it is between. */
function Shown({ answered }: { readonly answered: Answered<BridgeTask> }) {
  const { t } = useTranslation();
  const { task, answer } = answered;
  if (!answer.ok) {
    return (
      <Alert color="red" variant="outline" title={t('compare.bridge.none')}>
        {faultText(answer.fault, t)}
      </Alert>
    );
  }
  if (answer.value.kind !== 'bridge') return null;
  const { bridge } = answer.value;
  return (
    <>
      <BridgeNotes bridge={bridge} />
      <BridgeCards bridge={bridge} before={task.before} after={task.after} />
    </>
  );
}

function Running({ comparison }: { readonly comparison: Comparison<BridgeTask> }) {
  const { t } = useTranslation();
  const { share, isCancelled, cancel, restart } = comparison;
  if (isCancelled) {
    return (
      <Group gap="xs">
        <Text size="sm">{t('compare.bridge.cancelled')}</Text>
        <Button variant="default" onClick={restart}>
          {t('compare.bridge.again')}
        </Button>
      </Group>
    );
  }
  if (share === null) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress
        className={styles.progress}
        value={Math.max(2, 100 * share)}
        aria-label={t('compare.bridge.computing')}
      />
      <Button variant="default" onClick={cancel}>
        {t('compare.bridge.cancel')}
      </Button>
    </Group>
  );
}

interface RateFieldProps {
  readonly from: string;
  readonly to: string;
  readonly rate: number | null;
  readonly onChange: (rate: number | null) => void;
}

function RateField({ from, to, rate, onChange }: RateFieldProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const commit = (text: string): string | null => {
    if (text.trim() === '') {
      onChange(null);
      return null;
    }
    const read = parseNumber(text, { style: 'number' }, locale);
    if (!read.ok || read.value <= 0) return t('compare.bridge.rateProblem');
    onChange(read.value);
    return null;
  };
  return (
    <Group gap={6} align="center">
      <Text size="sm">{t('compare.bridge.rate', { from, to })}</Text>
      <DraftInput
        label={t('compare.bridge.rate', { from, to })}
        value={rate === null ? '' : rate.toLocaleString(locale, { maximumFractionDigits: 12 })}
        align="end"
        width={110}
        onCommit={commit}
      />
    </Group>
  );
}

/** What to know before reading a bridge. */
function BridgeNotes({ bridge }: { readonly bridge: Bridge }) {
  const { t } = useTranslation();
  const notes = [
    t(bridge.method === 'shapley' ? 'compare.bridge.shapleyText' : 'compare.bridge.fixedOrderText'),
    ...(bridge.isCut ? [t('compare.bridge.cut')] : []),
    ...(bridge.hasTwoCalendars ? [t('compare.bridge.twoCalendars')] : []),
    ...(bridge.missing.some(({ reason }) => reason === 'currency') ? [t('compare.bridge.noRate')] : []),
    ...(bridge.missing.some(({ reason }) => reason === 'money-in-formulas')
      ? [t('compare.bridge.moneyInFormulas')]
      : []),
  ];
  return notes.map((note) => (
    <p key={note} className={styles.note}>
      {note}
    </p>
  ));
}
