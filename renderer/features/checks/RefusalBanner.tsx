import { useTranslation } from 'react-i18next';
import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type Command, pathsOf } from '#shared/model/commands.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { lineLabel } from '#renderer/state/figures.ts';
import type { PlanState } from '#renderer/state/planState.ts';
import { editsWithoutFormulas } from '#renderer/state/formulaInputs.ts';
import { foreignProblemText, problemText } from '#renderer/state/problemText.ts';
import { usePlan, usePlanFigures, usePlanStore } from '#renderer/state/usePlan.ts';
import styles from './Checks.module.css';

function namesOf(nodes: PlanState['nodes'], commands: readonly Command[]): string {
  const labels = commands.flatMap(pathsOf).map((path) => {
    const node = nodes.get(path);
    return node === undefined ? path : lineLabel(node);
  });
  return [...new Set(labels)].join(', ');
}

/** The last edit that was not taken: every problem with its place, what was found there, and what to do. */
export function RefusalBanner() {
  const { t } = useTranslation();
  const store = usePlanStore();
  const refusal = usePlan((state) => state.refusal);
  const document = usePlan((state) => state.document);
  const values = usePlan((state) => state.values);
  const nodes = usePlan((state) => state.nodes);
  const figures = usePlanFigures();
  if (refusal === null || document === null) return null;
  const { problems = [] } = refusal.fault;
  const edits = editsWithoutFormulas({ document, values }, refusal.commands);
  const reason =
    edits === null
      ? faultText(refusal.fault, t)
      : t('refusal.formula', { names: namesOf(nodes, refusal.commands) });
  return (
    <Alert
      role="alert"
      variant="outline"
      color="red"
      m={8}
      p="xs"
      className={styles.refusal}
      icon={<IconAlertTriangle aria-hidden />}
      title={t('refusal.title')}
      withCloseButton
      closeButtonLabel={t('refusal.dismiss')}
      onClose={() => store.dismissRefusal()}
    >
      {problems.length === 0 && <Text size="sm">{reason}</Text>}
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.expected}`}>
              {figures === null ? foreignProblemText(problem, t) : problemText(figures, problem, t)}
            </li>
          ))}
        </ul>
      )}
      {edits === null ? (
        <Text size="sm">{t('refusal.next')}</Text>
      ) : (
        <Button size="compact-sm" variant="default" mt={4} onClick={() => store.run(edits)}>
          {t('refusal.replaceFormula')}
        </Button>
      )}
    </Alert>
  );
}
