import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import type { Figure, FigureInput } from '#shared/model/deciding/figure.ts';
import { useView } from '../usePlan.ts';
import { reasonText, valueText } from './figureWords.ts';
import { useWords } from './useWords.ts';
import styles from './Deciding.module.css';

interface FigureValueProps {
  readonly figure: Figure;
  /** Says why there is no value beside the dash; the explanation has it anyway. */
  readonly showsReason?: boolean;
}

/** The value of a figure; a click tells what it means, how it is worked out, and from what. */
export function FigureValue({ figure, showsReason = false }: FigureValueProps) {
  const words = useWords();
  const text = valueText(figure.value, figure.unit, words);
  const isUnanswered = figure.value === null && figure.reason !== undefined;
  return (
    <>
      <Popover width={380} position="bottom-end" withinPortal shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className={styles.value}
            aria-label={words.t('deciding.explain', { name: figure.label, value: text })}
          >
            {text}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <FigureExplanation figure={figure} />
        </Popover.Dropdown>
      </Popover>
      {showsReason && isUnanswered && figure.reason !== undefined && (
        <span className={styles.reason}>{reasonText(figure.reason, words.t)}</span>
      )}
    </>
  );
}

/** What a figure means, its formula with the numbers that went in, and what is to be known about it. */
function FigureExplanation({ figure }: { readonly figure: Figure }) {
  const words = useWords();
  const { t } = words;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {figure.label}: {valueText(figure.value, figure.unit, words)}
      </Text>
      <Text size="sm">{figure.text}</Text>
      <div className={styles.formula}>= {figure.formula}</div>
      {figure.inputs.length > 0 && (
        <table className={styles.table}>
          <tbody>
            {figure.inputs.map((input, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- two inputs may have the same name
              <tr key={place}>
                <th scope="row">
                  <InputName input={input} />
                </th>
                <td>{valueText(input.value, input.unit, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {figure.reason !== undefined && <Text size="sm">{reasonText(figure.reason, t)}</Text>}
    </Stack>
  );
}

/** A measure of the plan goes on to its own explanation. */
function InputName({ input }: { readonly input: FigureInput }) {
  const { explain, setExplainOpen } = useView();
  const { node } = input;
  if (node === undefined) return input.label;
  const open = (): void => {
    setExplainOpen(true);
    explain(node, 0, 'year');
  };
  return (
    <UnstyledButton className={styles.value} onClick={open} td="underline">
      {input.label}
    </UnstyledButton>
  );
}
