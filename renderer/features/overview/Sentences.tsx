import { useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Title } from '@mantine/core';
import { figureAt, formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { periodName } from '#renderer/state/periodName.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { DealsQuestion } from './DealsQuestion.tsx';
import { NumberLink } from './NumberLink.tsx';
import type { Coverage } from '#shared/model/verdict.ts';
import { coverageOf, mainYear, peakOf } from './verdict.ts';
import styles from './Overview.module.css';

interface PartProps {
  readonly figures: PlanFigures;
}

function shown(figures: PlanFigures, { id, place, grain }: NumberPlace): string {
  const node = figures.nodes.get(id);
  const format = formatOf(node?.unit ?? 'number', figures.structure.currency);
  return formatNumber(figureAt(figures, id, place, grain), format, figures.locale);
}

/** Can we, how many, how much. */
export function Sentences({ figures }: PartProps) {
  const { t } = useTranslation();
  const coverage = useMemo(() => coverageOf(figures), [figures]);
  const tone = coverage.kind === 'covered' ? 'good' : 'bad';
  return (
    <section className={styles.sentences} data-tone={tone} aria-label={t('overview.answer')}>
      <Title order={1} className={styles.question}>
        {t('overview.question')}
      </Title>
      <CoverageSentence figures={figures} coverage={coverage} />
      <PeopleSentence figures={figures} />
      <CostSentence figures={figures} />
      <DealsQuestion figures={figures} />
    </section>
  );
}

function CoverageSentence({ figures, coverage }: PartProps & { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const { structure, locale } = figures;
  const fte = (value: number) => formatNumber(value, { style: 'number', digits: 1 }, locale);
  const strong = <strong className={styles.verdict} />;
  if (coverage.kind === 'noGroups' || coverage.kind === 'unknown')
    return <p>{t(`overview.coverage.${coverage.kind}`)}</p>;
  if (coverage.kind === 'covered') {
    const at: NumberPlace = { id: 'plan.surplus', place: coverage.tightestPlace, grain: 'period' };
    return (
      <p data-testid="coverage">
        <Trans
          t={t}
          i18nKey="overview.coverage.covered"
          values={{
            last: periodName(figures, 'period', structure.periods.length - 1),
            tightest: periodName(figures, 'period', at.place),
            spare: fte(coverage.spare),
          }}
          components={{ verdict: strong, number: <NumberLink at={at} /> }}
        />
      </p>
    );
  }
  const { worst, gaps } = coverage;
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(gaps.map(({ name }) => name));
  const surplus: NumberPlace = { id: `${worst.key}.surplus`, place: worst.worstPlace, grain: 'period' };
  const overtime: NumberPlace = { ...surplus, id: `${worst.key}.overtimeFte` };
  return (
    <p data-testid="coverage">
      <Trans
        t={t}
        i18nKey="overview.coverage.short"
        count={gaps.length}
        values={{
          names,
          first: periodName(figures, 'period', coverage.firstPlace),
          periods: coverage.periods,
          all: structure.periods.length,
          unit: t(`overview.periods.${structure.grain}`),
          worst: periodName(figures, 'period', worst.worstPlace),
          worstName: worst.name,
          gap: fte(Math.abs(figureAt(figures, surplus.id, surplus.place, 'period') ?? 0)),
          overtime: shown(figures, overtime),
        }}
        components={{
          verdict: strong,
          gap: <NumberLink at={surplus} />,
          overtime: <NumberLink at={overtime} />,
        }}
      />
    </p>
  );
}

function PeopleSentence({ figures }: PartProps) {
  const { t } = useTranslation();
  const year = mainYear(figures);
  const ofYear = (id: string): NumberPlace => ({ id, place: year, grain: 'year' });
  const peak = peakOf(figures, 'plan.requiredFte', year) ?? ofYear('plan.requiredFte');
  const numbers = {
    required: ofYear('plan.requiredFte'),
    peak,
    effective: ofYear('plan.effectiveFte'),
    people: ofYear('plan.averageHeadcount'),
    hires: ofYear('plan.hires'),
    leavers: ofYear('plan.leavers'),
  };
  return (
    <p data-testid="people">
      <Trans
        t={t}
        i18nKey="overview.people"
        values={{
          year: periodName(figures, 'year', year),
          peakPeriod: periodName(figures, peak.grain, peak.place),
          ...texts(figures, numbers),
        }}
        components={links(numbers)}
      />
    </p>
  );
}

function CostSentence({ figures }: PartProps) {
  const { t } = useTranslation();
  const year = mainYear(figures);
  const ofYear = (id: string): NumberPlace => ({ id, place: year, grain: 'year' });
  const numbers = {
    total: ofYear('plan.totalCost'),
    perContact: ofYear('plan.costPerContact'),
    perAgent: ofYear('plan.costPerAgent'),
  };
  const total = figureAt(figures, 'plan.totalCost', year, 'year') ?? 0;
  const hasPartners = (figureAt(figures, 'plan.vendorCost', year, 'year') ?? 0) !== 0;
  const part = (id: string) => {
    const share = total === 0 ? null : (figureAt(figures, id, year, 'year') ?? 0) / total;
    return formatNumber(share, { style: 'percent', digits: 0 }, figures.locale);
  };
  return (
    <p data-testid="cost">
      <Trans
        t={t}
        i18nKey={hasPartners ? 'overview.costWithPartners' : 'overview.cost'}
        values={{
          year: periodName(figures, 'year', year),
          direct: part('plan.directCost'),
          vendor: part('plan.vendorCost'),
          indirect: part('plan.indirectCost'),
          ...texts(figures, numbers),
        }}
        components={links(numbers)}
      />
    </p>
  );
}

function texts(figures: PlanFigures, numbers: Readonly<Record<string, NumberPlace>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, at]) => [`${name}Value`, shown(figures, at)]),
  );
}

function links(numbers: Readonly<Record<string, NumberPlace>>) {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, at]) => [name, <NumberLink key={name} at={at} />]),
  );
}
