import {
  type CasePageRow,
  casePageSections,
  type CasePageSectionId,
} from '#shared/model/deciding/case/casePage.ts';
import type { Figure } from '#shared/model/deciding/figure.ts';
import type { CaseAnswer, DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import { figureLabel, figureText, type NumberWords } from '#renderer/state/deciding/figureWords.ts';
import { formatOf } from '#renderer/state/figures.ts';
import { csvText } from '#renderer/ui/csv.ts';
import { assumptionName } from './assumptionName.ts';

interface PageRow {
  readonly label: string;
  readonly figure: Figure;
}

/** A block of the page that is shown, printed, drawn and written as a table, all from here. */
export interface PageSection {
  readonly title: string;
  readonly rows: readonly PageRow[];
}

/** The title of a block, by what it shows. */
function sectionTitle(id: CasePageSectionId, { t }: NumberWords): string {
  switch (id) {
    case 'cash':
    case 'everything':
      return t(`businessCase.basis.${id}`);
    case 'parts':
      return t('businessCase.pageParts');
    case 'waiting':
      return t('businessCase.pageWaiting');
    case 'release':
      return t('businessCase.pageCash');
    case 'breakEven':
      return t('businessCase.breakEven');
  }
}

function rowLabel(row: CasePageRow, { t }: NumberWords): string {
  switch (row.kind) {
    case 'measure':
      return figureLabel(row.figure);
    case 'initiative':
      return row.name;
    case 'delay':
      return t('businessCase.pageDelay', { count: row.months });
    case 'assumption':
      return assumptionName(row.assumption, t);
  }
}

/** What stands on the one page, as in the reports, in the words of the window. */
export function casePage(
  answer: CaseAnswer,
  depth: DepthAnswer | null,
  words: NumberWords,
): readonly PageSection[] {
  return casePageSections(answer, depth).map(({ id, rows }) => ({
    title: sectionTitle(id, words),
    rows: rows.map((row) => ({ label: rowLabel(row, words), figure: row.figure })),
  }));
}

/** The page as a table: numbers in full, and where there is none the reason in words. */
export function casePageCsv(sections: readonly PageSection[], words: NumberWords): string {
  const { t, locale, currency } = words;
  const head = [
    t('businessCase.pagePart'),
    t('businessCase.measure'),
    t('businessCase.value'),
    t('businessCase.unit'),
  ];
  const rows = sections.flatMap(({ title, rows: lines }) =>
    lines.map(({ label, figure }) => [
      title,
      label,
      figure.value === null
        ? figureText(figure, words)
        : { value: figure.value, format: formatOf(figure.unit, currency) },
      t(`unit.${figure.unit}`, { currency }),
    ]),
  );
  return csvText([head, ...rows], locale);
}
