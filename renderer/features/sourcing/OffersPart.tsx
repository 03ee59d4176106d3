import { useState } from 'react';
import { Button, Group, NativeSelect, Switch } from '@mantine/core';
import { ChoiceField, NumberField, TextField } from '#renderer/state/deciding/fields.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf } from '#renderer/state/members.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { offerPath, offersOf, type StoredOffer } from './offerCommands.ts';
import { OfferRows } from './OfferRows.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';

const pricings = ['perHour', 'perContact', 'perMinute', 'perFte'] as const;

/** Everything that is entered about each offer, and about the comparison as a whole. */
export function OffersPart({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const [wanted, setWanted] = useState('');
  const offers = offersOf(figures.document);
  const offer = offers.find(({ id }) => id === wanted) ?? offers.at(-1);
  return (
    <>
      <Section title={t('sourcing.comparison')} note={t('sourcing.comparisonNote')}>
        <div className={styles.fields}>
          <NumberField label={t('sourcing.months')} path="sourcing.months" unit="months" standard={36} />
          <NumberField
            label={t('sourcing.stranded')}
            path="sourcing.strandedShare"
            unit="share"
            standard={0}
          />
        </div>
      </Section>
      <NativeSelect
        size="xs"
        maw={320}
        label={t('sourcing.offer')}
        data={offers.map(({ id, name = id }) => ({ value: id, label: name }))}
        value={offer?.id ?? ''}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {offer !== undefined && <OfferEditor key={offer.id} figures={figures} offer={offer} />}
    </>
  );
}

interface OfferEditorProps {
  readonly figures: PlanFigures;
  readonly offer: StoredOffer;
}

function OfferEditor({ figures, offer }: OfferEditorProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const path = offerPath(offer);
  return (
    <div className={styles.panel}>
      <div className={styles.stack}>
        <Basics figures={figures} offer={offer} />
        <Price offer={offer} />
        <Work offer={offer} />
        <Around offer={offer} />
        <Service offer={offer} />
        <Group>
          <Button variant="default" color="red" onClick={() => store.run([{ type: 'setInput', path }])}>
            {t('sourcing.remove', { name: offer.name ?? offer.id })}
          </Button>
        </Group>
      </div>
    </div>
  );
}

function Basics({ figures, offer }: OfferEditorProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const path = offerPath(offer);
  const queues = membersOf(figures.structure, 'queues');
  return (
    <Section title={t('sourcing.basics')}>
      <div className={styles.fields}>
        <TextField label={t('sourcing.name')} path={`${path}.name`} width={260} />
        <ChoiceField
          label={t('sourcing.queue')}
          path={`${path}.queue`}
          standard={offer.queue}
          choices={queues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField label={t('sourcing.share')} path={`${path}.share`} unit="share" standard={1} />
        <TextField label={t('sourcing.start')} path={`${path}.start`} type="date" />
        <Switch
          mt={22}
          size="xs"
          label={t('sourcing.isChosen')}
          checked={offer.isChosen ?? false}
          onChange={(event) =>
            store.run([{ type: 'setInput', path: `${path}.isChosen`, value: event.currentTarget.checked }])
          }
        />
      </div>
    </Section>
  );
}

interface PartProps {
  readonly offer: StoredOffer;
}

function Price({ offer }: PartProps) {
  const { t, currency } = useWords();
  const path = offerPath(offer);
  const own = offer.currency ?? currency;
  return (
    <Section title={t('sourcing.price')} note={t('sourcing.priceNote')}>
      <div className={styles.fields}>
        <ChoiceField
          label={t('sourcing.pricing')}
          path={`${path}.pricing`}
          standard="perHour"
          choices={pricings.map((value) => ({ value, label: t(`sourcing.pricings.${value}`) }))}
        />
        <NumberField
          label={t('sourcing.priceOfUnit')}
          path={`${path}.price`}
          unit="moneyPerUnit"
          currency={own}
        />
        <TextField label={t('sourcing.currency')} path={`${path}.currency`} width={80} />
        {own !== currency && (
          <NumberField
            label={t('sourcing.rate', { plan: currency, offer: own })}
            path={`${path}.currencyRate`}
            unit="number"
            standard={1}
          />
        )}
        <NumberField
          label={t('sourcing.indexation')}
          path={`${path}.indexation`}
          unit="sharePerYear"
          standard={0}
        />
        <ChoiceField
          label={t('sourcing.bandRule')}
          path={`${path}.bandRule`}
          standard="all"
          width={260}
          choices={[
            { value: 'all', label: t('sourcing.bandRules.all') },
            { value: 'graduated', label: t('sourcing.bandRules.graduated') },
          ]}
        />
      </div>
      <OfferRows offer={offer} list="bands" />
    </Section>
  );
}

function Work({ offer }: PartProps) {
  const { t } = useWords();
  const path = offerPath(offer);
  return (
    <Section title={t('sourcing.work')}>
      <div className={styles.fields}>
        <NumberField
          label={t('sourcing.occupancy')}
          path={`${path}.occupancy`}
          unit="share"
          standard={0.85}
        />
        <NumberField
          label={t('sourcing.hoursPerFte')}
          path={`${path}.hoursPerFteMonth`}
          unit="hoursPerFte"
          standard={130}
        />
        <NumberField
          label={t('sourcing.handleTime')}
          path={`${path}.handleTimeFactor`}
          unit="factor"
          standard={1}
        />
        <NumberField label={t('sourcing.repeats')} path={`${path}.repeats`} unit="share" standard={0} />
      </div>
    </Section>
  );
}

function Around({ offer }: PartProps) {
  const { t } = useWords();
  const path = offerPath(offer);
  return (
    <Section title={t('sourcing.around')}>
      <div className={styles.fields}>
        <NumberField
          label={t('sourcing.oversight')}
          path={`${path}.oversightPerMonth`}
          unit="moneyPerMonth"
          standard={0}
        />
        <NumberField label={t('sourcing.transition')} path={`${path}.transition`} unit="money" standard={0} />
        <NumberField
          label={t('sourcing.dualRunning')}
          path={`${path}.dualRunningMonths`}
          unit="months"
          standard={0}
        />
        <NumberField label={t('sourcing.exit')} path={`${path}.exit`} unit="money" standard={0} />
      </div>
    </Section>
  );
}

/** The proposed agreement: its goal, what is paid above and below it, and what the partner's hour costs. */
function Service({ offer }: PartProps) {
  const { t, currency } = useWords();
  const store = usePlanStore();
  const path = offerPath(offer);
  const setGoal = (value?: { readonly serviceLevel: number; readonly within: number }) =>
    store.run([
      value === undefined
        ? { type: 'setInput', path: `${path}.goal` }
        : { type: 'setInput', path: `${path}.goal`, value },
    ]);
  return (
    <Section title={t('sourcing.service')} note={t('sourcing.serviceNote')}>
      <div className={styles.fields}>
        {offer.goal === undefined ? (
          <Button mt={18} variant="default" onClick={() => setGoal({ serviceLevel: 0.8, within: 20 })}>
            {t('sourcing.addGoal')}
          </Button>
        ) : (
          <>
            <NumberField label={t('sourcing.goal')} path={`${path}.goal.serviceLevel`} unit="share" />
            <NumberField label={t('sourcing.within')} path={`${path}.goal.within`} unit="seconds" />
            <Button mt={18} variant="default" onClick={() => setGoal()}>
              {t('sourcing.dropGoal')}
            </Button>
          </>
        )}
        <NumberField label={t('sourcing.expected')} path={`${path}.expectedServiceLevel`} unit="share" />
        <NumberField
          label={t('sourcing.partnerCost')}
          path={`${path}.partnerCostPerHour`}
          unit="moneyPerHour"
          currency={offer.currency ?? currency}
        />
      </div>
      <OfferRows offer={offer} list="slaTiers" />
    </Section>
  );
}
