import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, Button, CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy, IconCurrentLocation, IconTargetArrow, IconX } from '@tabler/icons-react';
import { lineLabel, type PlanFigures } from '#renderer/state/figures.ts';
import { withoutFormula } from '#renderer/state/formulaInputs.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { usePlanFigures, usePlanStore, useView } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { type ExplainedText, explainedText, plainExplanation } from './explainText.ts';
import { InputDetails } from './InputDetails.tsx';
import { useExplanation } from './useExplanation.ts';
import styles from './Explain.module.css';

interface ExplainPanelProps {
  /** Goes to the screen on which a number stands. */
  readonly onShow: (at: NumberPlace) => void;
}

/** Where the selected number comes from, down to the inputs. */
export function ExplainPanel({ onShow }: ExplainPanelProps) {
  const { t } = useTranslation();
  // An edit is painted in the grid first, what is told about it right after.
  const figures = useDeferredValue(usePlanFigures());
  const { trail, setExplainOpen } = useView();
  const at = trail.at(-1);
  const explanation = useExplanation(at);
  const text = useMemo(
    () => (figures === null || explanation === null ? null : explainedText(explanation, { figures, t })),
    [figures, explanation, t],
  );
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.heading}>{t('explain.title')}</h2>
        {text !== null && <CopyExplanation text={plainExplanation(text, t)} />}
        {at !== undefined && text !== null && <FindInput at={at} kind={figures?.nodes.get(at.id)?.kind} />}
        {at !== undefined && text !== null && (
          <Tooltip label={t('explain.showInGrid')}>
            <ActionIcon aria-label={t('explain.showInGrid')} onClick={() => onShow(at)}>
              <IconCurrentLocation size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <ActionIcon aria-label={t('explain.hide')} onClick={() => setExplainOpen(false)}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      {figures !== null && trail.length > 1 && <Trail figures={figures} />}
      {text === null ? (
        <p className={styles.quiet}>{t('explain.nothing')}</p>
      ) : (
        <Explained text={text} path={at?.id ?? ''} figures={figures} />
      )}
    </div>
  );
}

interface FindInputProps {
  readonly at: NumberPlace;
  readonly kind: 'input' | 'measure' | undefined;
}

/** From a result to the input that makes it what it should be; from an input to the result that it is to make. */
function FindInput({ at, kind }: FindInputProps) {
  const { t } = useTranslation();
  const { seekGoal } = useView();
  const { id, place, grain } = at;
  if (kind === undefined || id.startsWith('calendar.')) return null;
  const label = kind === 'measure' ? t('explain.findInput') : t('explain.useAsInput');
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => seekGoal(kind === 'measure' ? { result: { id, place, grain } } : { path: id })}
      >
        <IconTargetArrow size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function CopyExplanation({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('explain.copied') : t('explain.copy')}>
          <ActionIcon aria-label={copied ? t('explain.copied') : t('explain.copy')} onClick={copy}>
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

/** The way down to the number that is shown; each step leads back up. */
function Trail({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const { trail, backTo } = useView();
  return (
    <nav aria-label={t('explain.trail')} className={styles.trail}>
      <ol>
        {trail.slice(0, -1).map(({ id, place, grain }, step) => {
          const node = figures.nodes.get(id);
          return (
            // The same number can be met twice on the way (one period earlier), so the step is part of the key.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${step} ${id}`}>
              <UnstyledButton className={styles.step} onClick={() => backTo(step)}>
                {node === undefined ? id : lineLabel(node)}
                <span className={styles.stepPeriod}>{periodName(figures, grain, place)}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

interface ExplainedProps {
  readonly text: ExplainedText;
  readonly path: string;
  readonly figures: PlanFigures | null;
}

function Explained({ text, path, figures }: ExplainedProps) {
  const { t } = useTranslation();
  const node = figures?.nodes.get(path);
  const input = node?.kind === 'input' ? node : undefined;
  return (
    <div className={styles.body}>
      <h3 className={styles.title}>{text.title}</h3>
      <p className={styles.quiet}>{[text.member, text.period].filter((part) => part !== '').join(' · ')}</p>
      <p className={styles.value} data-testid="explained-value">
        {text.value} <span className={styles.unit}>{text.unit}</span>
      </p>
      <p className={styles.meaning}>{text.meaning}</p>
      {text.error !== null && (
        <p className={styles.error} role="alert">
          {text.error}
        </p>
      )}
      {text.formula !== null && (
        <section aria-label={t('explain.formula')}>
          <h4 className={styles.part}>{t('explain.formula')}</h4>
          <code className={styles.formula}>{text.formula}</code>
          {text.inNumbers !== null && <code className={styles.numbers}>= {text.inNumbers}</code>}
        </section>
      )}
      {text.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {text.stored !== null && (
        <section>
          <h4 className={styles.part}>{t('explain.storedAs')}</h4>
          <p className={styles.note}>{text.stored}</p>
          <ReplaceFormula path={path} />
        </section>
      )}
      {input === undefined && text.assumption.length > 0 && <Assumption lines={text.assumption} />}
      {input !== undefined && figures !== null && (
        <InputDetails path={path} unit={input.unit} figures={figures} />
      )}
      {text.inputs.length > 0 && <Inputs text={text} />}
    </div>
  );
}

/** Numbers can be typed over numbers only; this makes them of a formula. */
function ReplaceFormula({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const figures = usePlanFigures();
  const command = figures === null ? null : withoutFormula(figures, path);
  if (command === null) return null;
  return (
    <Button size="compact-xs" variant="default" mt={6} onClick={() => store.run([command])}>
      {t('explain.replaceFormula')}
    </Button>
  );
}

function Assumption({ lines }: { readonly lines: ExplainedText['assumption'] }) {
  return (
    <dl className={styles.assumption}>
      {lines.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the number is made of; each leads to its own explanation. */
function Inputs({ text }: { readonly text: ExplainedText }) {
  const { t } = useTranslation();
  const { follow } = useView();
  return (
    <section aria-label={t('explain.inputs')}>
      <h4 className={styles.part}>{t('explain.inputs')}</h4>
      <ul className={styles.inputs}>
        {text.inputs.map(({ input, grain, label, value, unit, period }) => (
          <li key={`${input.id} ${input.place} ${input.isPrior}`}>
            <UnstyledButton
              className={styles.input}
              data-node={input.id}
              onClick={() => follow({ id: input.id, place: input.place, grain })}
            >
              <span className={styles.inputLabel}>
                {label}
                {period !== '' && period !== text.period && (
                  <span className={styles.inputPeriod}>{period}</span>
                )}
              </span>
              <span className={styles.inputValue}>
                {value} <span className={styles.unit}>{unit}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
