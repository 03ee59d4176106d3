import type { Figure } from '#shared/model/deciding/figure.ts';
import type { CaseAnswer, DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import { figureText, type NumberWords } from '#renderer/state/deciding/figureWords.ts';
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

const shownMonths: ReadonlySet<number> = new Set([1, 3, 6, 12]);
const shownAssumptions = 5;

function ownRows(figures: readonly Figure[]): readonly PageRow[] {
  return figures.map((figure) => ({ label: figure.label, figure }));
}

function waitingRows(answer: CaseAnswer, depth: DepthAnswer | null, { t }: NumberWords): readonly PageRow[] {
  const still = answer.standingStill === undefined ? [] : ownRows([answer.standingStill.total]);
  const later = (depth?.delays ?? [])
    .filter(({ months }) => shownMonths.has(months))
    .map(({ months, cost }) => ({ label: t('businessCase.pageDelay', { count: months }), figure: cost }));
  return [...still, ...later];
}

/** What stands on the one page: cash first, everything second, then by initiative, waiting, and what it all rests on. */
export function casePage(
  answer: CaseAnswer,
  depth: DepthAnswer | null,
  words: NumberWords,
): readonly PageSection[] {
  const { t } = words;
  const { cash, everything } = answer.bases;
  const sections: readonly PageSection[] = [
    {
      title: t('businessCase.basis.cash'),
      rows: ownRows([cash.npv, cash.irr, cash.payback, cash.roi, cash.benefit, cash.investment]),
    },
    {
      title: t('businessCase.basis.everything'),
      rows: ownRows([
        everything.npv,
        everything.irr,
        everything.payback,
        everything.roi,
        everything.benefit,
        everything.investment,
        everything.peakOutlay,
      ]),
    },
    {
      title: t('businessCase.pageParts'),
      rows: answer.parts.map(({ name, inOrder }) => ({ label: name, figure: inOrder.npv })),
    },
    { title: t('businessCase.pageWaiting'), rows: waitingRows(answer, depth, words) },
    {
      title: t('businessCase.pageCash'),
      rows: answer.cash.map(({ name, people }) => ({ label: name, figure: people })),
    },
    {
      title: t('businessCase.breakEven'),
      rows: (depth?.sensitivity.rows ?? []).slice(0, shownAssumptions).flatMap(({ assumption }) => {
        const found = depth?.breakEvens.find((one) => one.assumption.id === assumption.id);
        return found === undefined ? [] : [{ label: assumptionName(assumption, t), figure: found.value }];
      }),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
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
