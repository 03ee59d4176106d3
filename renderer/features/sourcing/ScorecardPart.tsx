import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ScorecardMeasure, scorecardMeasures } from '#shared/model/decidingSchemas.ts';
import type { OfferAnswer, SourcingComparison } from '#shared/model/deciding/sourcing/comparison.ts';
import type { Unit } from '#shared/model/units.ts';
import { ChoiceField, NumberField, TextField } from '#renderer/state/deciding/fields.tsx';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { figureLabel, valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { todayIso } from '#renderer/state/today.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { addRow, offerPath, offerRows, offersOf, type StoredOffer } from './offerCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

const unitOf: Readonly<Record<ScorecardMeasure, Unit>> = {
  serviceLevel: 'share',
  asa: 'seconds',
  abandonment: 'share',
  handleTime: 'seconds',
  fcr: 'share',
  quality: 'share',
  satisfaction: 'number',
  availability: 'share',
  attrition: 'share',
};

interface ScorecardPartProps {
  readonly figures: PlanFigures;
  readonly found: SourcingComparison;
}

/** What each partner reported, held against what was agreed, by the definition that was agreed. */
export function ScorecardPart({ figures, found }: ScorecardPartProps) {
  const { t } = useWords();
  const answers = found.queues.flatMap(({ offers }) => offers);
  return (
    <>
      <p className={styles.note}>{t('sourcing.scorecardNote')}</p>
      {offersOf(figures.document).map((offer) => (
        <div key={offer.id} className={styles.panel}>
          <Section title={offer.name ?? offer.id}>
            <div className={styles.stack}>
              <Card answer={answers.find((one) => one.offer.id === offer.id)} />
              <Agreed offer={offer} />
              <Actuals offer={offer} />
            </div>
          </Section>
        </div>
      ))}
    </>
  );
}

function Card({ answer }: { readonly answer: OfferAnswer | undefined }) {
  const words = useWords();
  const { t } = words;
  if (answer === undefined || answer.scorecard.rows.length === 0) return null;
  const { rows, notAgreed, adjust } = answer.scorecard;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('sourcing.measure')}</th>
            <th scope="col" className={styles.text ?? ''}>
              {t('sourcing.definition')}
            </th>
            <th scope="col">{t('sourcing.target')}</th>
            <th scope="col">{t('sourcing.actual')}</th>
            <th scope="col">{t('sourcing.reports')}</th>
            <th scope="col">{t('sourcing.met')}</th>
            <th scope="col">{t('sourcing.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, definition, want, target, actual, reports, met, isMet }, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- a measure may be agreed twice
            <tr key={place}>
              <th scope="row">{t(`sourcing.measures.${measure}`)}</th>
              <td className={styles.text}>{definition}</td>
              <td>{t(`sourcing.wants.${want}`, { value: valueText(target, unitOf[measure], words) })}</td>
              <td>
                <FigureValue figure={{ ...actual, unit: unitOf[measure] }} />
              </td>
              <td>{reports}</td>
              <td>
                <FigureValue figure={met} />
              </td>
              <td>{t(`sourcing.isMet.${isMet === null ? 'unknown' : isMet ? 'yes' : 'no'}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {figureLabel(adjust)}: <FigureValue figure={adjust} showsReason />
      </p>
      {notAgreed.length > 0 && (
        <p className={styles.note}>
          {t('sourcing.notAgreed', {
            names: notAgreed.map((measure) => t(`sourcing.measures.${measure}`)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

interface OfferProps {
  readonly offer: StoredOffer;
}

function useMeasures() {
  const { t } = useWords();
  return scorecardMeasures.map((value) => ({ value, label: t(`sourcing.measures.${value}`) }));
}

function RemoveRow({ path, count }: { readonly path: string; readonly count: number }) {
  const { t } = useWords();
  const store = usePlanStore();
  return (
    <ActionIcon
      mt={18}
      aria-label={t('sourcing.removeRow', { count })}
      onClick={() => store.run([{ type: 'setInput', path }])}
    >
      <IconTrash size={15} aria-hidden />
    </ActionIcon>
  );
}

function Agreed({ offer }: OfferProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const measures = useMeasures();
  const path = `${offerPath(offer)}.agreed`;
  const add = () =>
    store.run([addRow(offer, 'agreed', { ...offerRows.agreed, definition: t('sourcing.firstDefinition') })]);
  return (
    <Section title={t('sourcing.agreed')} note={t('sourcing.agreedNote')}>
      {(offer.agreed ?? []).map(({ measure, want }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a measure may be agreed twice
        <Group key={place} gap={8} align="flex-start" mb={6}>
          <ChoiceField
            label={t('sourcing.measure')}
            path={`${path}[${place}].measure`}
            choices={measures}
            standard={measure}
          />
          <ChoiceField
            label={t('sourcing.want')}
            path={`${path}[${place}].want`}
            standard={want}
            width={110}
            choices={[
              { value: 'atLeast', label: t('sourcing.wantNames.atLeast') },
              { value: 'atMost', label: t('sourcing.wantNames.atMost') },
            ]}
          />
          <NumberField
            label={t('sourcing.target')}
            path={`${path}[${place}].target`}
            unit={unitOf[measure]}
          />
          <TextField label={t('sourcing.definition')} path={`${path}[${place}].definition`} width={420} />
          <RemoveRow path={`${path}[${place}]`} count={place + 1} />
        </Group>
      ))}
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t('sourcing.addAgreed')}
      </Button>
    </Section>
  );
}

function Actuals({ offer }: OfferProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const measures = useMeasures();
  const path = `${offerPath(offer)}.actuals`;
  const measure = offer.agreed?.[0]?.measure ?? 'serviceLevel';
  const add = () => store.run([addRow(offer, 'actuals', { date: todayIso(), measure, value: 0 })]);
  return (
    <Section title={t('sourcing.actuals')}>
      {(offer.actuals ?? []).map((actual, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two reports may be of one day
        <Group key={place} gap={8} align="flex-start" mb={6}>
          <TextField label={t('sourcing.date')} path={`${path}[${place}].date`} type="date" />
          <ChoiceField
            label={t('sourcing.measure')}
            path={`${path}[${place}].measure`}
            choices={measures}
            standard={actual.measure}
          />
          <NumberField
            label={t('sourcing.actual')}
            path={`${path}[${place}].value`}
            unit={unitOf[actual.measure]}
          />
          <NumberField label={t('sourcing.contacts')} path={`${path}[${place}].contacts`} unit="contacts" />
          <RemoveRow path={`${path}[${place}]`} count={place + 1} />
        </Group>
      ))}
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t('sourcing.addActual')}
      </Button>
    </Section>
  );
}
