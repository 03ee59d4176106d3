import { useMemo } from 'react';
import { Alert } from '@mantine/core';
import type { Alternative } from '#shared/model/deciding/sourcing/alternatives.ts';
import type { QueueComparison, SourcingComparison } from '#shared/model/deciding/sourcing/comparison.ts';
import type { Supplier } from '#shared/model/deciding/sourcing/inHouse.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { figureLabel, valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { alternativesChart, alternativesOf, alternativeName } from './sourcingCharts.ts';
import { FeasibilityTable } from './FeasibilityTable.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface FoundProps {
  readonly found: SourcingComparison;
}

/** Queues that nobody has made an offer for have nothing to be compared with. */
function comparedQueues({ queues }: SourcingComparison): readonly QueueComparison[] {
  return queues.filter(({ offers }) => offers.length > 0);
}

/** One chart a queue: each way to supply it, by what it costs. */
export function ComparisonCharts({ found }: FoundProps) {
  const { t } = useWords();
  const charts = useMemo(
    () =>
      comparedQueues(found).map((queue) => ({
        id: queue.queueId,
        name: queue.name,
        chart: alternativesChart(queue, t, found.currency),
      })),
    [found, t],
  );
  return (
    <>
      {charts.map(({ id, name, chart }) => (
        <PlanChartCard
          key={id}
          title={t('sourcing.chart', { name, count: found.months })}
          unit={t('unit.money', { currency: found.currency })}
          chart={chart}
        />
      ))}
    </>
  );
}

/** Queue by queue: cost on one basis, what the price may be, whether the agreement can be kept, and who supplies what. */
export function ComparisonPart({ found }: FoundProps) {
  const { t } = useWords();
  return comparedQueues(found).map((queue) => (
    <Section key={queue.queueId} title={queue.name}>
      {queue.isComputable ? (
        <Queue queue={queue} />
      ) : (
        <Alert variant="light" color="yellow">
          {t('sourcing.notComputable')}
        </Alert>
      )}
    </Section>
  ));
}

function Queue({ queue }: { readonly queue: QueueComparison }) {
  const { t } = useWords();
  return (
    <div className={styles.stack}>
      {queue.inHouse === undefined && <Alert variant="light">{t('sourcing.noInHouse')}</Alert>}
      <CostTable alternatives={alternativesOf(queue)} />
      <FeasibilityTable offers={queue.offers} />
      <div className={styles.cards}>
        <Suppliers title={t('sourcing.suppliersNow')} suppliers={queue.suppliers} />
        {queue.mix !== undefined && (
          <Suppliers title={t('sourcing.suppliersChosen')} suppliers={queue.chosenSuppliers} />
        )}
      </div>
    </div>
  );
}

const lines = ['inHouse', 'partner', 'oversight', 'transition', 'dualRunning', 'exit', 'stranded'] as const;

function CostTable({ alternatives }: { readonly alternatives: readonly Alternative[] }) {
  const words = useWords();
  const { t } = words;
  const years = Math.max(0, ...alternatives.map((one) => one.years.length));
  const figures = ['total', 'presentValue', 'saving', 'perContact'] as const;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('sourcing.cost')}</th>
            {alternatives.map((one) => (
              <th key={`${one.kind} ${one.id}`} scope="col">
                {alternativeName(one, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <th scope="row">{t(`sourcing.line.${line}`)}</th>
              {alternatives.map((one) => (
                <td key={`${one.kind} ${one.id}`}>{valueText(one.totals[line], 'money', words)}</td>
              ))}
            </tr>
          ))}
          {figures.map((name) => (
            <tr key={name} {...(name === 'total' ? { className: styles.total } : {})}>
              <th scope="row">{alternatives[0] !== undefined && figureLabel(alternatives[0][name])}</th>
              {alternatives.map((one) => (
                <td key={`${one.kind} ${one.id}`}>
                  <FigureValue figure={one[name]} showsReason />
                </td>
              ))}
            </tr>
          ))}
          {Array.from({ length: years }, (_, year) => (
            <tr key={year}>
              <th scope="row">{t('sourcing.year', { count: year + 1 })}</th>
              {alternatives.map((one) => (
                <td key={`${one.kind} ${one.id}`}>{valueText(one.years[year] ?? null, 'money', words)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SuppliersProps {
  readonly title: string;
  readonly suppliers: readonly Supplier[];
}

function Suppliers({ title, suppliers }: SuppliersProps) {
  const words = useWords();
  const { t } = words;
  return (
    <Section title={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('sourcing.supplier')}</th>
            <th scope="col">{t('sourcing.contacts')}</th>
            <th scope="col">{t('sourcing.hours')}</th>
            <th scope="col">{t('sourcing.cost')}</th>
          </tr>
        </thead>
        <tbody>
          {suppliers.map(({ id, name, isPartner, contacts, hours, cost }) => (
            <tr key={id}>
              <th scope="row">{isPartner ? t('sourcing.partnerNamed', { name }) : name}</th>
              <td>{valueText(contacts, 'contacts', words)}</td>
              <td>{valueText(hours, 'hours', words)}</td>
              <td>{valueText(cost, 'money', words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
