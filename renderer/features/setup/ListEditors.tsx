import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { freeId } from '#shared/model/newMembers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { FieldGrid, InputField, Section, TextField } from './Fields.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

interface ListEditorProps {
  readonly figures: PlanFigures;
}

/** Numbers of the user's own that formulas can use. */
export function DriversEditor({ figures }: ListEditorProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const drivers = figures.document.drivers ?? [];
  const add = () => {
    const ids = drivers.map(({ id }) => id);
    const member = { id: freeId('', ids, 'driver'), name: t('setup.drivers.newName'), value: 0 };
    return edit([{ type: 'insertMember', path: 'drivers', place: drivers.length, member }]);
  };
  return (
    <Section isAlone title={t('setup.drivers.title')} note={t('setup.drivers.note')}>
      {drivers.map(({ id, name = id }) => (
        <section key={id} aria-label={name}>
          <div className={styles.tools}>
            <code>{`drivers.${id}.value`}</code>
            <RemoveButton figures={figures} list="drivers" id={id} name={name} onRemoved={() => undefined} />
          </div>
          <FieldGrid>
            <TextField figures={figures} label={t('setup.name')} path={`drivers.${id}.name`} />
            <InputField figures={figures} path={`drivers.${id}.value`} />
            <TextField figures={figures} label={t('setup.drivers.unit')} path={`drivers.${id}.unit`} />
          </FieldGrid>
        </section>
      ))}
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t('setup.drivers.add')}
      </Button>
    </Section>
  );
}

/** Costs that do not follow from people. */
export function BudgetLinesEditor({ figures }: ListEditorProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const lines = figures.document.budgetLines ?? [];
  const add = () => {
    const ids = lines.map(({ id }) => id);
    const member = { id: freeId('', ids, 'line'), name: t('setup.budget.newName'), perMonth: 0 };
    return edit([{ type: 'insertMember', path: 'budgetLines', place: lines.length, member }]);
  };
  return (
    <Section isAlone title={t('setup.budget.title')} note={t('setup.budget.note')}>
      {lines.map(({ id, name = id }) => (
        <section key={id} aria-label={name}>
          <div className={styles.tools}>
            <strong>{name}</strong>
            <RemoveButton
              figures={figures}
              list="budgetLines"
              id={id}
              name={name}
              onRemoved={() => undefined}
            />
          </div>
          <FieldGrid>
            <TextField figures={figures} label={t('setup.name')} path={`budgetLines.${id}.name`} />
            <InputField figures={figures} path={`budgetLines.${id}.perMonth`} />
            <TextField
              figures={figures}
              label={t('setup.budget.account')}
              path={`budgetLines.${id}.account`}
            />
          </FieldGrid>
        </section>
      ))}
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t('setup.budget.add')}
      </Button>
    </Section>
  );
}
