import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import type { Figure, FigureInput } from '#shared/model/deciding/figure.ts';
import { useView } from '../usePlan.ts';
import { modelText } from '../modelText.ts';
import { bareText, figureLabel, reasonText, valueText } from './figureWords.ts';
import { useWords } from './useWords.ts';
import styles from './Deciding.module.css';

interface FigureValueProps {
  readonly figure: Figure;
  /** Says what is to be known about the value, such as why there is none; the explanation has it anyway. */
  readonly showsReason?: boolean;
  /** Without its unit, in a column whose head names it. */
  readonly isBare?: boolean;
}

/** The value of a figure; a click tells what it means, how it is worked out, and from what. */
export function FigureValue({ figure, showsReason = false, isBare = false }: FigureValueProps) {
  const words = useWords();
  const text = valueText(figure.value, figure.unit, words);
  const reason = figure.reason === undefined ? undefined : reasonText(figure.reason, words.t);
  return (
    <>
      <Popover width={380} position="bottom-end" withinPortal shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className={styles.value}
            title={showsReason ? undefined : reason}
            aria-label={words.t('deciding.explain', { name: figureLabel(figure), value: text })}
          >
            {isBare ? bareText(figure.value, figure.unit, words) : text}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <FigureExplanation figure={figure} />
        </Popover.Dropdown>
      </Popover>
      {showsReason && reason !== undefined && <span className={styles.reason}>{reason}</span>}
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
        {figureLabel(figure)}: {valueText(figure.value, figure.unit, words)}
      </Text>
      <Text size="sm">{modelText(figure.text)}</Text>
      <div className={styles.formula}>= {modelText(figure.formula)}</div>
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
  const name = figureLabel(input);
  if (node === undefined) return name;
  const open = (): void => {
    setExplainOpen(true);
    explain(node, 0, 'year');
  };
  return (
    <UnstyledButton className={`${styles.value} ${styles.wrapped}`} onClick={open} td="underline">
      {name}
    </UnstyledButton>
  );
}
