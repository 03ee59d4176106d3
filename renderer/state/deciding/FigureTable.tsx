import type { Figure } from '#shared/model/deciding/figure.ts';
import { FigureValue } from './FigureValue.tsx';
import { figureLabel } from './figureWords.ts';
import styles from './Deciding.module.css';

interface FigureTableProps {
  /** What it is a table of, for screen readers. */
  readonly label: string;
  readonly figures: readonly Figure[];
  /** What the figures above add up to, or what they are for: set off by a line. */
  readonly totals?: readonly Figure[];
}

/** Figures one below the other, each by its name; a click on a value explains it. */
export function FigureTable({ label, figures, totals }: FigureTableProps) {
  const rows = [
    ...figures.map((figure) => ({ figure, className: undefined })),
    ...(totals ?? []).map((figure) => ({ figure, className: styles.total })),
  ];
  return (
    <table className={styles.table} aria-label={label}>
      <tbody>
        {rows.map(({ figure, className }) => (
          <tr key={figure.id} className={className}>
            <th scope="row">{figureLabel(figure)}</th>
            <td>
              <FigureValue figure={figure} showsReason />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
