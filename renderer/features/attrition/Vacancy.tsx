import { NumberField } from '#renderer/state/deciding/fields.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

/** What happens between a leaver and the one who replaces them. */
export function Vacancy({ groupId }: { readonly groupId: string }) {
  const { t } = useWords();
  const path = `staffGroups.${groupId}.vacancy`;
  return (
    <Section title={t('attrition.vacancy')} note={t('attrition.vacancyNote')}>
      <div className={styles.fields}>
        <NumberField label={t('attrition.weeks')} path={`${path}.weeks`} unit="weeks" standard={0} />
        <NumberField label={t('attrition.cover')} path={`${path}.coverShare`} unit="share" standard={0} />
        <NumberField
          label={t('attrition.unanswered')}
          path={`${path}.unansweredShare`}
          unit="share"
          standard={0}
        />
      </div>
    </Section>
  );
}
