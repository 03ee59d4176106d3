import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  gridOf,
  gridTotal,
  paintedGrid,
  pastedGrid,
  profileOf,
  type WeekGrid,
} from '#shared/model/profiles/shapes.ts';
import { type ScenarioDocument, scenarioSchema } from '#shared/model/scenario.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { weekdayName } from './dates.ts';
import { Section } from './Fields.tsx';
import { type Brush, cellsBetween, type CellPlace, pastedBlock, stroke } from './painting.ts';
import { PainterGrid } from './PainterGrid.tsx';
import { BrushTools, ShapeTools } from './PainterTools.tsx';
import { useEdit } from './useEdit.ts';
import painter from './Painter.module.css';
import styles from './Setup.module.css';

interface PainterProps {
  readonly figures: PlanFigures;
  readonly queue: NonNullable<ScenarioDocument['queues']>[number];
}

export interface Selection {
  readonly anchor: CellPlace;
  readonly focus: CellPlace;
}

const start: CellPlace = { day: 0, slot: 16 };

/** The upper left one of what is selected. */
function firstCell({ anchor, focus }: Selection): CellPlace {
  return { day: Math.min(anchor.day, focus.day), slot: Math.min(anchor.slot, focus.slot) };
}

/** The week that is stored, what is being painted over it, and the way into the plan. */
function useWeek({ figures, queue }: PainterProps) {
  const edit = useEdit(figures);
  const [draft, setDraft] = useState<WeekGrid | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const minutes = queue.profile.intervalMinutes;
  const profile = scenarioSchema.shape.queues.parse([queue])[0]?.profile ?? queue.profile;
  const stored = gridOf(profile);
  const commit = (next: WeekGrid, intervalMinutes = minutes): void => {
    setDraft(null);
    setProblem(
      edit([
        { type: 'setInput', path: `queues.${queue.id}.profile`, value: profileOf(next, intervalMinutes) },
      ]),
    );
  };
  return { stored, grid: draft ?? stored, problem, commit, setDraft, setProblem };
}

/** When in the week the contacts of a queue come: painted, typed, pasted, shaped or read from a log. */
export function ProfilePainter({ figures, queue }: PainterProps) {
  const { t } = useTranslation();
  const [brush, setBrush] = useState<Brush>('set');
  const [weight, setWeight] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection>({ anchor: start, focus: start });
  const { stored, grid, problem, commit, setDraft, setProblem } = useWeek({ figures, queue });
  const minutes = queue.profile.intervalMinutes;
  const brushWeight = weight ?? Math.max(1, ...stored.flat());
  const selected = cellsBetween(selection.anchor, selection.focus);
  const paint = (from: WeekGrid, cells: readonly CellPlace[], kind: Brush = brush): WeekGrid =>
    paintedGrid(from, cells, stroke(kind, brushWeight));
  const paste = (text: string): void => {
    const block = pastedBlock(text, figures.locale);
    if (block === undefined) return setProblem(t('setup.profile.notNumbers'));
    commit(pastedGrid(stored, firstCell(selection), block));
  };
  return (
    <Section title={t('setup.profile.title')} note={t('setup.profile.note')}>
      <ShapeTools
        key={queue.id}
        locale={figures.locale}
        grid={stored}
        intervalMinutes={minutes}
        onChange={commit}
      />
      <BrushTools
        locale={figures.locale}
        brush={brush}
        weight={brushWeight}
        onBrush={setBrush}
        onWeight={setWeight}
        onApply={(value) => commit(paintedGrid(stored, selected, () => value))}
        selectedCount={selected.length}
      />
      <PainterGrid
        locale={figures.locale}
        label={t('setup.profile.title')}
        grid={grid}
        intervalMinutes={minutes}
        selection={selection}
        onSelect={setSelection}
        onStroke={(cells) => setDraft(paint(grid, cells))}
        onStrokeEnd={() => commit(grid)}
        onApply={(kind) => commit(paint(stored, selected, kind ?? brush))}
        onPaste={paste}
      />
      <Status figures={figures} grid={grid} place={selection.focus} minutes={minutes} />
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </Section>
  );
}

interface StatusProps {
  readonly figures: PlanFigures;
  readonly grid: WeekGrid;
  readonly place: CellPlace;
  readonly minutes: number;
}

/** What the cell under the cursor holds, since the cells are too small for numbers. */
function Status({ figures, grid, place, minutes }: StatusProps) {
  const { t } = useTranslation();
  const { locale } = figures;
  const weight = grid[place.day]?.[place.slot] ?? 0;
  const total = gridTotal(grid);
  return (
    <p className={painter.status} role="status">
      {t('setup.profile.status', {
        day: weekdayName(place.day, locale, 'long'),
        from: timeOfDay(locale, place.slot * minutes),
        to: timeOfDay(locale, (place.slot + 1) * minutes),
        weight: formatPlain(weight, { style: 'number', digits: 2 }, locale),
        share: formatPlain(total === 0 ? 0 : weight / total, { style: 'percent', digits: 2 }, locale),
      })}
    </p>
  );
}
