import { Alert, Button, Switch } from '@mantine/core';
import type { FrameworkNode } from '#shared/model/deciding/case/framework.ts';
import type { CaseMeasures } from '#shared/model/deciding/case/measures.ts';
import type { CaseAnswer, CaseLook } from '#shared/model/deciding/decidingWork.ts';
import { NumberField } from '#renderer/state/deciding/fields.tsx';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { figureLabel } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { QuickWinsLine } from './QuickWinsLine.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';
import own from './BusinessCase.module.css';

interface CasePartProps {
  readonly answer: CaseAnswer;
  readonly look: CaseLook;
  readonly onLook: (look: CaseLook) => void;
}

/** What the case is worth: cash first, everything second; then each initiative, and what each of them serves. */
export function CasePart({ answer, look, onLook }: CasePartProps) {
  const { t } = useWords();
  const { parts, framework } = answer;
  const { isFractional } = look;
  return (
    <>
      <div className={styles.fields}>
        <NumberField
          label={t('businessCase.discountRate')}
          path="discountRate"
          unit="sharePerYear"
          standard={0}
        />
        <Switch
          mt={22}
          size="xs"
          label={t('businessCase.fractional')}
          checked={isFractional}
          onChange={(event) => onLook({ ...look, isFractional: event.currentTarget.checked })}
        />
      </div>
      <Headline answer={answer} />
      {answer.isStaircase && !isFractional && (
        <Alert variant="light" title={t('businessCase.staircase')}>
          {t('businessCase.staircaseText')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => onLook({ ...look, isFractional: true })}>
            {t('businessCase.showFractional')}
          </Button>
        </Alert>
      )}
      {isFractional && <Alert variant="light">{t('businessCase.isFractional')}</Alert>}
      {parts.some(({ startsAfterPlan }) => startsAfterPlan) && (
        <Alert variant="light" color="yellow">
          {t('businessCase.startsAfter', {
            names: parts
              .filter(({ startsAfterPlan }) => startsAfterPlan)
              .map(({ name }) => name)
              .join(', '),
          })}
        </Alert>
      )}
      <Section title={t('businessCase.partsTitle')} note={t('businessCase.partsNote')}>
        <PartsTable answer={answer} />
      </Section>
      <QuickWinsLine answer={answer} />
      <Section title={t('businessCase.framework')} note={t('businessCase.frameworkNote')}>
        <ul className={own.tree}>
          <Node node={framework} />
        </ul>
      </Section>
    </>
  );
}

const measureNames = [
  'npv',
  'irr',
  'payback',
  'roi',
  'roiDiscounted',
  'benefit',
  'investment',
  'net',
  'peakOutlay',
] as const satisfies readonly (keyof CaseMeasures)[];

/** The measures by basis, side by side: what is cash, against what it costs and against all that is spent; and everything. */
function Headline({ answer: { bases } }: { readonly answer: CaseAnswer }) {
  const { t } = useWords();
  const columns = [
    { key: 'cash', measures: bases.cash },
    { key: 'cashAgainstAllSpending', measures: bases.cashAgainstAllSpending },
    { key: 'everything', measures: bases.everything },
    { key: 'everythingAtFullConfidence', measures: bases.everythingAtFullConfidence },
  ] as const;
  return (
    <Section title={t('businessCase.headline')} note={t('businessCase.headlineNote')}>
      <div className={styles.scroll}>
        <table className={`${styles.table} ${own.headline}`}>
          <thead>
            <tr>
              <th scope="col">{t('businessCase.measure')}</th>
              {columns.map(({ key }) => (
                <th key={key} scope="col" title={t(`businessCase.basisText.${key}`)}>
                  {t(`businessCase.basis.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measureNames.map((name) => (
              <tr key={name} {...(name === 'npv' ? { className: own.lead } : {})}>
                <th scope="row">{figureLabel(bases.everything[name])}</th>
                {columns.map(({ key, measures }) => (
                  <td key={key}>
                    {measures === undefined ? (
                      <span className={styles.reason}>{t('deciding.reason.out-of-range')}</span>
                    ) : (
                      <FigureValue figure={measures[name]} showsReason />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function PartsTable({ answer: { parts, bases } }: { readonly answer: CaseAnswer }) {
  const { t } = useWords();
  const columns = ['npv', 'irr', 'payback', 'roi', 'benefit', 'investment'] as const;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.initiative')}</th>
            <th scope="col" className={styles.text ?? ''}>
              {t('businessCase.benefitType')}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {figureLabel(bases.everything[name])}
              </th>
            ))}
            <th scope="col">{t('businessCase.alone')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ id, name, benefitType, inOrder, alone }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className={styles.text}>{t(`businessCase.benefitTypes.${benefitType ?? 'none'}`)}</td>
              {columns.map((column) => (
                <td key={column}>
                  <FigureValue figure={inOrder[column]} />
                </td>
              ))}
              <td>{alone === undefined ? '–' : <FigureValue figure={alone.npv} />}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <th scope="row">{t('businessCase.wholeCase')}</th>
            <td className={styles.text}>{t('businessCase.all')}</td>
            {columns.map((column) => (
              <td key={column}>
                <FigureValue figure={bases.everything[column]} />
              </td>
            ))}
            <td>
              <FigureValue figure={bases.everything.npv} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** A branch of the tree: priority, KPI, action, each with what it is worth. */
function Node({ node }: { readonly node: FrameworkNode }) {
  const { t } = useWords();
  const unnamed = node.kind === 'kpi' ? t('businessCase.noKpi') : t('businessCase.noPriority');
  return (
    <li>
      <div className={own.node}>
        <span className={own.kind}>{t(`businessCase.kind.${node.kind}`)}</span>
        <span className={own.nodeName}>{node.name === '' ? unnamed : node.name}</span>
        <span className={own.worth}>
          {figureLabel(node.npv)} <FigureValue figure={node.npv} />
        </span>
        <span className={own.worth}>
          {t('businessCase.ofItCash')} <FigureValue figure={node.cashNpv} />
        </span>
      </div>
      {node.children.length > 0 && (
        <ul className={own.tree}>
          {node.children.map((child, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- branches without a name have nothing else
            <Node key={place} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
