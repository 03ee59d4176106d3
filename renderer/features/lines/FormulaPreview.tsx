import { useTranslation } from 'react-i18next';
import type { FormulaCheck } from '#shared/model/formulaHelp.ts';
import type { Unit } from '#shared/model/units.ts';
import { formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { modelMessage } from '#renderer/state/modelText.ts';
import { shortPeriodName } from '#renderer/state/periodName.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import styles from './Lines.module.css';

const shownPeriods = 6;

interface FormulaPreviewProps {
  readonly id: string;
  readonly figures: PlanFigures;
  readonly check: FormulaCheck | null;
  readonly unit: Unit;
  /** What the form itself has against the formula. */
  readonly problem: string | null;
}

/** What is wrong with the formula and where, or its first values. */
export function FormulaPreview({ id, figures, check, unit, problem }: FormulaPreviewProps) {
  const { t } = useTranslation();
  const wrong = check?.problem;
  const message = wrong
    ? t('lines.problemAt', {
        position: wrong.position + 1,
        message: modelMessage(wrong.message) ?? wrong.message,
      })
    : check === null
      ? problem
      : null;
  return (
    <div className={styles.preview}>
      <p id={id} role="status" className={styles.message} data-tone={message === null ? 'quiet' : 'bad'}>
        {message ??
          (check === null ? t('lines.formulaHelp') : t('lines.previewOf', { member: check.previewMember }))}
      </p>
      {check !== null && check.problem === null && (
        <FirstValues figures={figures} check={check} unit={unit} />
      )}
    </div>
  );
}

function FirstValues({
  figures,
  check,
  unit,
}: Pick<FormulaPreviewProps, 'figures' | 'unit'> & { readonly check: FormulaCheck }) {
  const { t } = useTranslation();
  const format = formatOf(unit, figures.structure.currency);
  const values = check.preview.slice(0, shownPeriods);
  return (
    <table className={styles.values} aria-label={t('lines.preview')}>
      <thead>
        <tr>
          {values.map((_, place) => {
            const period = shortPeriodName(figures, 'period', place);
            return (
              <th key={period} scope="col">
                {period}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        <tr>
          {values.map((value, place) => (
            <td key={shortPeriodName(figures, 'period', place)}>
              {formatPlain(value, format, figures.locale)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
