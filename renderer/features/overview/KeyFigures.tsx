import { useTranslation } from 'react-i18next';
import {
  figureAt,
  figureErrorAt,
  fiscalYearStartOf,
  formatOf,
  lineLabel,
  type PlanFigures,
  unitTextOf,
} from '#renderer/state/figures.ts';
import { periodLabel } from '#renderer/state/periodColumns.ts';
import { modelText } from '#renderer/state/modelText.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { keyFigureTables } from './keyFigureRows.ts';
import { NumberLink } from './NumberLink.tsx';
import styles from './Overview.module.css';

interface Year {
  readonly place: number;
  readonly label: string;
  readonly longLabel: string;
  readonly isComplete: boolean;
}

function yearsOf({ structure, locale, texts, document }: PlanFigures): readonly Year[] {
  const options = { structure, locale, texts: texts.periods, fiscalYearStart: fiscalYearStartOf(document) };
  return structure.groups.year.map(({ isComplete }, place) => ({
    place,
    isComplete,
    ...periodLabel(options, 'year', place),
  }));
}

/** What each fiscal year comes to. */
export function KeyFigures({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const years = yearsOf(figures);
  const hasPart = years.some(({ isComplete }) => !isComplete);
  return (
    <section className={styles.keyFigures}>
      <h2 className={styles.heading} id="key-figures">
        {t('overview.keyFigures')}
      </h2>
      <div className={styles.tables}>
        {keyFigureTables.map((topics) => (
          <KeyFigureTable key={topics[0].topic} topics={topics} figures={figures} years={years} />
        ))}
      </div>
      {hasPart && <p className={styles.footnote}>{t('overview.partialYear')}</p>}
    </section>
  );
}

interface TableProps {
  readonly topics: (typeof keyFigureTables)[number];
  readonly figures: PlanFigures;
  readonly years: readonly Year[];
}

function KeyFigureTable({ topics, figures, years }: TableProps) {
  const { t } = useTranslation();
  return (
    <table className={styles.table} aria-labelledby="key-figures">
      <thead>
        <tr>
          <th scope="col">{t('sheet.line')}</th>
          <th scope="col">{t('sheet.unit')}</th>
          {years.map(({ place, label, longLabel }) => (
            <th key={place} scope="col" title={longLabel}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {topics.map(({ topic, nodes }) => (
        <tbody key={topic}>
          <tr>
            <th scope="rowgroup" colSpan={years.length + 2}>
              {t(`overview.topic.${topic}`)}
            </th>
          </tr>
          {nodes.map((id) => (
            <KeyFigureLine key={id} id={id} figures={figures} years={years} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface LineProps {
  readonly id: string;
  readonly figures: PlanFigures;
  readonly years: readonly Year[];
}

function KeyFigureLine({ id, figures, years }: LineProps) {
  const { t } = useTranslation();
  const node = figures.nodes.get(id);
  if (node === undefined) return null;
  const label = lineLabel(node);
  const unit = unitTextOf(figures, id);
  const format = formatOf(node.unit, figures.structure.currency);
  return (
    <tr>
      <th scope="row" title={modelText(node.text)}>
        {label}
      </th>
      <td className={styles.unit}>{unit}</td>
      {years.map(({ place, longLabel }) => {
        const error = figureErrorAt(figures, id, place, 'year');
        const value =
          error === undefined
            ? formatPlain(figureAt(figures, id, place, 'year'), format, figures.locale)
            : figures.texts.errorShort(error);
        return (
          <td key={place} className={error === undefined ? undefined : styles.failed}>
            <NumberLink
              at={{ id, place, grain: 'year' }}
              label={t('overview.figure', { label, year: longLabel, value, unit })}
            >
              {value}
            </NumberLink>
          </td>
        );
      })}
    </tr>
  );
}
