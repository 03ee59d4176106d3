import { useMemo } from 'react';
import { Button, Group, useComputedColorScheme } from '@mantine/core';
import { IconFileSpreadsheet, IconPhoto, IconPrinter } from '@tabler/icons-react';
import type { CaseAnswer, CaseLook, DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { fileNameOf } from '#renderer/state/saveDownload.ts';
import { saveCsv, savePng } from '#renderer/ui/charts/saveChart.ts';
import { palettes } from '#renderer/ui/palette.ts';
import { casePage, casePageCsv, type PageSection } from './casePage.ts';
import { drawPage } from './drawPage.ts';
import { initiativesOf } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';
import own from './BusinessCase.module.css';

interface CasePagePartProps {
  readonly figures: PlanFigures;
  readonly answer: CaseAnswer;
  readonly depth: DepthAnswer | null;
  readonly look: CaseLook;
}

/** What has to be known to read the page: the rate, and what is not as in the plan. */
function usePageNotes({ figures, answer, look }: CasePagePartProps): readonly string[] {
  const { t, locale } = useWords();
  const rate = answer.discountRate.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 });
  const leftOut = initiativesOf(figures.document).filter(({ isCounted }) => isCounted === false);
  return [
    t('businessCase.pageRate', { rate, count: figures.structure.periods.length }),
    ...(leftOut.length === 0
      ? []
      : [t('businessCase.pageLeftOut', { names: leftOut.map(({ id, name }) => name ?? id).join(', ') })]),
    ...(look.isFractional ? [t('businessCase.isFractional')] : []),
  ];
}

/** The case on one page, to print or to take along. */
export function CasePagePart(props: CasePagePartProps) {
  const { answer, depth } = props;
  const words = useWords();
  const { t } = words;
  const palette = palettes[useComputedColorScheme('light', { getInitialValueInEffect: false })];
  const notes = usePageNotes(props);
  const sections = useMemo(() => casePage(answer, depth, words), [answer, depth, words]);
  const title = t('businessCase.pageTitle', { name: answer.name });
  const isWhole = depth !== null;
  const fileName = fileNameOf(title);
  return (
    <>
      <Group gap={8}>
        <Button leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
          {t('businessCase.print')}
        </Button>
        <Button
          variant="default"
          disabled={!isWhole}
          leftSection={<IconPhoto size={14} aria-hidden />}
          onClick={() => savePng(drawPage(sections, notes, words, palette), title, fileName, palette)}
        >
          {t('businessCase.savePng')}
        </Button>
        <Button
          variant="default"
          disabled={!isWhole}
          leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
          onClick={() => saveCsv(casePageCsv(sections, words), fileName)}
        >
          {t('businessCase.saveCsv')}
        </Button>
      </Group>
      <article className={own.page}>
        <h2>{title}</h2>
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        <div className={own.pageColumns}>
          {sections.map((section) => (
            <SectionTable key={section.title} section={section} />
          ))}
        </div>
      </article>
    </>
  );
}

function SectionTable({ section: { title, rows } }: { readonly section: PageSection }) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <table className={styles.table}>
        <tbody>
          {rows.map(({ label, figure }) => (
            <tr key={`${label} ${figure.id}`}>
              <th scope="row">{label}</th>
              <td>
                <FigureValue figure={figure} showsReason />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
