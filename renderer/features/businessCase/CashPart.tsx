import { useState } from 'react';
import { Alert, Button, Switch } from '@mantine/core';
import type { CashRelease } from '#shared/model/deciding/case/cash.ts';
import type { Command } from '#shared/model/commands.ts';
import type { CaseAnswer } from '#shared/model/deciding/decidingWork.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { figureLabel, valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { initiativesOf } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface CashPartProps {
  readonly figures: PlanFigures;
  readonly answer: CaseAnswer;
}

/** What is money and what is time: for each initiative what has to happen for the cash, and the act that makes it so. */
export function CashPart({ figures, answer }: CashPartProps) {
  const { t } = useWords();
  const [isWhole, setWhole] = useState(true);
  const releases = isWhole ? answer.cash : answer.cashByFractions;
  return (
    <>
      <Section title={t('businessCase.cashTitle')} note={t('businessCase.cashNote')}>
        <CashTable answer={answer} />
      </Section>
      <Switch
        size="xs"
        label={t('businessCase.wholePeople')}
        description={t('businessCase.wholePeopleNote')}
        checked={isWhole}
        onChange={(event) => setWhole(event.currentTarget.checked)}
      />
      {releases.map((release) => (
        <Release key={release.id} figures={figures} release={release} />
      ))}
    </>
  );
}

/** Cashable beside capacity: the same initiatives, by what of them is money. */
function CashTable({ answer: { bases } }: Pick<CashPartProps, 'answer'>) {
  const { t } = useWords();
  const rows = [
    { key: 'cash', measures: bases.cash },
    { key: 'cashAgainstAllSpending', measures: bases.cashAgainstAllSpending },
    { key: 'everything', measures: bases.everything },
  ] as const;
  const { npv, benefit, investment } = bases.everything;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.measure')}</th>
            {[benefit, investment, npv].map((figure) => (
              <th key={figure.id} scope="col">
                {figureLabel(figure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, measures }) => (
            <tr key={key}>
              <th scope="row">{t(`businessCase.basis.${key}`)}</th>
              <td>
                <FigureValue figure={measures.benefit} />
              </td>
              <td>
                <FigureValue figure={measures.investment} />
              </td>
              <td>
                <FigureValue figure={measures.npv} showsReason />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ReleaseProps {
  readonly figures: PlanFigures;
  readonly release: CashRelease;
}

function Release({ figures, release }: ReleaseProps) {
  const { t } = useWords();
  const stored = initiativesOf(figures.document).find(({ id }) => id === release.id);
  const isDone = (stored?.cancelledHires ?? []).length > 0;
  return (
    <div className={styles.panel}>
      <Section title={release.name} note={t(`businessCase.condition.${release.condition}`)}>
        <div className={styles.cards}>
          <table className={styles.table}>
            <tbody>
              {[release.people, release.saving, release.savingNpv].map((figure) => (
                <tr key={figure.id}>
                  <th scope="row">{figureLabel(figure)}</th>
                  <td>
                    <FigureValue figure={figure} showsReason />
                  </td>
                </tr>
              ))}
              {release.groups.flatMap(({ id, name, freedFte, capacityLeft }) =>
                [freedFte, capacityLeft].map((figure) => (
                  <tr key={`${id} ${figure.id}`}>
                    <th scope="row">
                      {t('businessCase.ofGroup', { group: name, label: figureLabel(figure) })}
                    </th>
                    <td>
                      <FigureValue figure={figure} />
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
          <HiresNotMade release={release} />
        </div>
        <CashAct release={release} isDone={isDone} />
      </Section>
    </div>
  );
}

const shownHires = 24;

function HiresNotMade({ release }: Pick<ReleaseProps, 'release'>) {
  const words = useWords();
  const { t, locale } = words;
  const hires = release.groups.flatMap((group) => group.hires);
  if (hires.length === 0) return null;
  const dateText = (date: string) =>
    new Date(date).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.group')}</th>
            <th scope="col" className={styles.text ?? ''}>
              {t('businessCase.date')}
            </th>
            <th scope="col">{t('businessCase.hiresNotMade')}</th>
          </tr>
        </thead>
        <tbody>
          {hires.slice(0, shownHires).map(({ groupId, group, date, isClass, people }) => (
            <tr key={`${groupId} ${date} ${isClass}`}>
              <th scope="row">{group}</th>
              <td className={styles.text}>
                {isClass ? t('businessCase.classOn', { date: dateText(date) }) : dateText(date)}
              </td>
              <td>{valueText(people, 'people', words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hires.length > shownHires && (
        <p className={styles.note}>{t('businessCase.moreHires', { count: hires.length - shownHires })}</p>
      )}
    </div>
  );
}

/** Makes time money by cancelling the hires, as one step that can be undone; or takes that back. */
function CashAct({ release, isDone }: { readonly release: CashRelease; readonly isDone: boolean }) {
  const { t } = useWords();
  const store = usePlanStore();
  const back: readonly Command[] = [
    { type: 'setInput', path: `initiatives.${release.id}.cancelledHires` },
    { type: 'setInput', path: `initiatives.${release.id}.benefitType`, value: 'capacity' },
  ];
  if (isDone) {
    return (
      <Alert mt={8} variant="light" color="green" title={t('businessCase.isCash')}>
        <Button size="compact-xs" variant="default" onClick={() => store.run(back)}>
          {t('businessCase.hireAfterAll')}
        </Button>
      </Alert>
    );
  }
  if (release.commands.length === 0) return null;
  return (
    <Button
      mt={8}
      aria-label={t('businessCase.makeCashOf', { name: release.name })}
      onClick={() => store.run(release.commands)}
    >
      {t('businessCase.makeCash')}
    </Button>
  );
}
