import type { OfferAnswer } from '#shared/model/deciding/sourcing/comparison.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { figureLabel, valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

const names = [
  'hoursNeeded',
  'hoursPaid',
  'coverage',
  'agentsNeeded',
  'agentsPaid',
  'occupancy',
  'feasiblePrice',
] as const;

function verdictOf({ feasibility: { goal, isFeasible } }: OfferAnswer) {
  if (goal === null) return 'noGoal';
  if (isFeasible === null) return 'unknown';
  return isFeasible ? 'yes' : 'no';
}

/** At what price each offer breaks even, and whether that price can pay for the service it promises. */
export function FeasibilityTable({ offers }: { readonly offers: readonly OfferAnswer[] }) {
  const { t } = useWords();
  const [first] = offers;
  if (first === undefined) return null;
  return (
    <Section title={t('sourcing.feasibility')} note={t('sourcing.feasibilityNote')}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('sourcing.measure')}</th>
              {offers.map(({ offer }) => (
                <th key={offer.id} scope="col">
                  {offer.name ?? offer.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={styles.total}>
              <th scope="row">{figureLabel(first.breakEvenPrice)}</th>
              {offers.map(({ offer, breakEvenPrice }) => (
                <td key={offer.id}>
                  <FigureValue figure={breakEvenPrice} showsReason />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('sourcing.isFeasible')}</th>
              {offers.map((answer) => (
                <td key={answer.offer.id}>{t(`sourcing.feasible.${verdictOf(answer)}`)}</td>
              ))}
            </tr>
            <PartnerCosts offers={offers} />
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{figureLabel(first.feasibility[name])}</th>
                {offers.map(({ offer, feasibility }) => (
                  <td key={offer.id}>
                    <FigureValue figure={feasibility[name]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** What the partner's own hour costs, and where that is known from. */
function PartnerCosts({ offers }: { readonly offers: readonly OfferAnswer[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <tr>
      <th scope="row">{t('sourcing.partnerCost')}</th>
      {offers.map(({ offer, feasibility: { costPerHour, costBasis } }) => (
        <td key={offer.id}>
          {valueText(costPerHour, 'moneyPerHour', {
            ...words,
            currency: offer.currency ?? words.currency,
          })}
          <div className={styles.reason}>{t(`sourcing.costBasis.${costBasis}`)}</div>
        </td>
      ))}
    </tr>
  );
}
