import type { Horizon, QuickWin } from '#shared/model/deciding/case/quickWins.ts';
import type { CaseAnswer } from '#shared/model/deciding/decidingWork.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { figureLabel } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import own from './BusinessCase.module.css';

const horizons: readonly Horizon[] = ['within90Days', 'withinOneYear', 'withinThreeYears', 'later', 'never'];

/** Which initiatives pay for themselves soon, and how much is at stake until then. */
export function QuickWinsLine({ answer: { quickWins } }: { readonly answer: CaseAnswer }) {
  const { t } = useWords();
  const shown = horizons.filter(
    (horizon, place) => place < 3 || quickWins.some((win) => win.horizon === horizon),
  );
  return (
    <Section title={t('businessCase.quickWins')} note={t('businessCase.quickWinsNote')}>
      <div className={own.line}>
        {shown.map((horizon) => {
          const wins = quickWins.filter((win) => win.horizon === horizon);
          return (
            <div key={horizon} className={own.horizon}>
              <h3>{t(`businessCase.horizon.${horizon}`)}</h3>
              {wins.length === 0 && <p className={own.quiet}>{t('businessCase.noWins')}</p>}
              {wins.map((win) => (
                <Win key={win.id} win={win} />
              ))}
            </div>
          );
        })}
      </div>
    </Section>
  );
}

function Win({ win }: { readonly win: QuickWin }) {
  const { t } = useWords();
  return (
    <p>
      <strong>{win.name}</strong>
      <br />
      <span className={own.quiet}>{t(`businessCase.effort.${win.effort}`)}</span>
      {win.days.value !== null && (
        <>
          {' · '}
          <FigureValue figure={win.days} />
        </>
      )}
      <br />
      <span className={own.quiet}>{figureLabel(win.outlay)}</span> <FigureValue figure={win.outlay} />
    </p>
  );
}
