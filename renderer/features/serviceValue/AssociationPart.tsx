import { useMemo, useState } from 'react';
import { Textarea } from '@mantine/core';
import { churnAssociation } from '#shared/model/deciding/service/association.ts';
import { FigureTable } from '#renderer/state/deciding/FigureTable.tsx';
import { faultText } from '#renderer/state/faultText.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { churnPoints } from './churnPoints.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

/** A line through what was measured, with how sure it is. What goes together need not be cause and effect. */
export function AssociationPart() {
  const { t, locale } = useWords();
  const [text, setText] = useState('');
  const read = useMemo(() => churnPoints(text, locale), [text, locale]);
  const isEmpty = text.trim() === '';
  const problem = 'badLine' in read ? t('serviceValue.badLine', { count: read.badLine }) : null;
  return (
    <Section title={t('serviceValue.association')} note={t('serviceValue.associationNote')}>
      <div className={styles.cards}>
        <Textarea
          label={t('serviceValue.points')}
          description={t('serviceValue.pointsNote')}
          autosize
          minRows={4}
          maxRows={14}
          value={text}
          error={isEmpty ? null : problem}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {!isEmpty && 'points' in read && <Fitted points={read.points} />}
      </div>
    </Section>
  );
}

function Fitted({ points }: { readonly points: Parameters<typeof churnAssociation>[0] }) {
  const { t } = useWords();
  const found = useMemo(() => churnAssociation(points), [points]);
  if (!found.ok) return <p className={styles.note}>{faultText(found.fault, t)}</p>;
  const { slope, low, high, base, fit, isUnclear } = found.value;
  return (
    <div>
      <FigureTable label={t('serviceValue.association')} figures={[slope, low, high, base, fit]} />
      <p className={styles.note}>{isUnclear ? t('serviceValue.unclear') : t('serviceValue.goTogether')}</p>
    </div>
  );
}
