import { useTranslation } from 'react-i18next';
import { UnstyledButton } from '@mantine/core';
import type { SalesAnswer } from '#shared/model/salesAnswer.ts';
import { figureAt, formatOf, lineLabel, type PlanFigures } from '#renderer/state/figures.ts';
import { ownerFirst } from '#renderer/state/modelText.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { useView } from '#renderer/state/usePlan.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import styles from './SalesAnswer.module.css';

interface WhyLinksProps {
  readonly figures: PlanFigures;
  readonly answer: SalesAnswer;
}

interface Link {
  readonly id: string;
  readonly place: number;
  readonly owner: string;
}

/** The numbers of the plan behind the answer, in the period that decides. */
function linksOf({ asked, question }: SalesAnswer, { structure, nodes }: PlanFigures): readonly Link[] {
  const { coverage, weakest } = asked;
  const links: Link[] = [];
  if (coverage.kind === 'short') {
    const { key, name, worstPlace: place } = coverage.worst;
    for (const line of ['requiredFte', 'effectiveFte', 'overtimeFte'])
      links.push({ id: `${key}.${line}`, place, owner: name });
  } else {
    links.push({ id: 'plan.requiredFte', place: question.from, owner: '' });
    links.push({ id: 'plan.effectiveFte', place: question.from, owner: '' });
  }
  if (weakest !== null)
    for (const line of ['offered', 'serviceLevel'])
      links.push({ id: `${weakest.queueKey}.${line}`, place: weakest.place, owner: weakest.queueName });
  return links.filter(({ id, place }) => nodes.has(id) && place < structure.periods.length);
}

/** Numbers that open their explanation, from where one goes on down to the inputs. */
export function WhyLinks({ figures, answer }: WhyLinksProps) {
  const { t } = useTranslation();
  const { explain, setExplainOpen } = useView();
  const links = linksOf(answer, figures);
  if (links.length === 0) return null;
  return (
    <section className={styles.why} aria-label={t('salesAnswer.why')}>
      <span className={styles.quiet}>{t('salesAnswer.why')}</span>
      <ul className={styles.links}>
        {links.map(({ id, place, owner }) => {
          const node = figures.nodes.get(id);
          if (node === undefined) return null;
          const value = figureAt(figures, id, place, 'period');
          const label = owner === '' ? lineLabel(node) : ownerFirst(owner, lineLabel(node));
          return (
            <li key={`${id} ${place}`}>
              <UnstyledButton
                className={styles.link}
                onClick={() => {
                  setExplainOpen(true);
                  explain(id, place, 'period');
                }}
              >
                <span>{label}</span>
                <span className={styles.quiet}>{periodName(figures, 'period', place)}</span>
                <strong>
                  {formatNumber(value, formatOf(node.unit, figures.structure.currency), figures.locale)}
                </strong>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
