import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/model/commands.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';
import { ChoiceField, FieldGrid, InputField, NumberField, Section } from './Fields.tsx';
import type { GroupProps, StoredGroup } from './GroupEditor.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

const modes = ['manual', 'follow', 'auto'] as const;
type Mode = (typeof modes)[number];

/** What a mode begins with; a coverage that was set is kept. */
function hiringOf(group: StoredGroup, mode: Mode): Command {
  const path = `staffGroups.${group.id}.hiring`;
  const coverage = 'coverage' in group.hiring ? (group.hiring.coverage ?? 1) : 1;
  if (mode === 'manual') return { type: 'setInput', path, value: { mode, perMonth: 0 } };
  if (mode === 'follow') return { type: 'setInput', path, value: { mode, coverage } };
  const value = { mode, coverage, classSize: 1, maxPerPeriod: 10, leadTimeWeeks: 4, shortagePrice: 60_000 };
  return { type: 'setInput', path, value };
}

const autoFields = ['classSize', 'maxPerPeriod', 'leadTimeWeeks', 'tailPeriods', 'shortagePrice'] as const;

function formatOfField(name: (typeof autoFields)[number], currency: string): NumberFormat {
  if (name === 'shortagePrice') return { style: 'money', currency };
  return name === 'leadTimeWeeks' ? { style: 'number' } : { style: 'integer' };
}

/** How hires come about: typed, following the requirement, or the cheapest plan that is found. */
export function GroupHiring({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const { hiring } = group;
  const path = `staffGroups.${group.id}.hiring`;
  const { currency } = figures.structure;
  return (
    <Section title={t('setup.hiring.title')} note={t(`setup.hiring.note.${hiring.mode}`)}>
      <FieldGrid>
        <ChoiceField
          label={t('setup.hiring.mode')}
          value={hiring.mode}
          options={modes.map((value) => ({ value, label: t(`setup.hiring.modes.${value}`) }))}
          onChoose={(mode) => edit([hiringOf(group, mode)])}
        />
        {hiring.mode === 'manual' && <InputField figures={figures} path={`${path}.perMonth`} />}
        {hiring.mode !== 'manual' && <InputField figures={figures} path={`${path}.coverage`} />}
        {hiring.mode === 'auto' &&
          autoFields.map((name) => (
            <NumberField
              key={name}
              figures={figures}
              label={t(`setup.hiring.${name}`)}
              unit={name === 'shortagePrice' ? currency : ''}
              format={formatOfField(name, currency)}
              value={hiring[name]}
              onCommit={(value) =>
                edit([
                  value === undefined
                    ? { type: 'setInput', path: `${path}.${name}` }
                    : { type: 'setInput', path: `${path}.${name}`, value },
                ])
              }
            />
          ))}
      </FieldGrid>
      {hiring.mode === 'manual' && <p className={styles.note}>{t('setup.hiring.classesElsewhere')}</p>}
    </Section>
  );
}
