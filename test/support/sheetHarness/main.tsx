/// <reference types="vite/client" />
import '@mantine/core/styles.css';
import '#renderer/ui/theme.css';
import { useCallback, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MantineProvider, SegmentedControl } from '@mantine/core';
import { ChartCard } from '#renderer/ui/charts/ChartCard.tsx';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/panels/ErrorState.tsx';
import { SavedState } from '#renderer/ui/panels/SavedState.tsx';
import { SplitPane } from '#renderer/ui/panels/SplitPane.tsx';
import { StatTile } from '#renderer/ui/panels/StatTile.tsx';
import { Toolbar } from '#renderer/ui/panels/Toolbar.tsx';
import { Sheet } from '#renderer/ui/Sheet/Sheet.tsx';
import type { SheetEdit } from '#renderer/ui/Sheet/types.ts';
import { theme } from '#renderer/ui/theme.ts';
import {
  bridgeChart,
  budgetChart,
  chartTexts,
  fanChart,
  funnelChart,
  heatChart,
  serviceChart,
  staffingChart,
  tornadoChart,
} from './harnessCharts.ts';
import { harnessCell, harnessColumns, harnessRows, harnessTexts, keyOf } from './harnessData.ts';
import type { HarnessInputs } from './harnessData.ts';

const query = new URLSearchParams(location.search);
const locale = query.get('locale') ?? 'en';
const rows = harnessRows(Number(query.get('groups') ?? 6));
const columns = harnessColumns(Number(query.get('months') ?? 24));

const noInputs: HarnessInputs = new Map();

function withEdits(inputs: HarnessInputs, edits: readonly SheetEdit[]): HarnessInputs {
  const next = new Map(inputs);
  for (const edit of edits) {
    if (edit.value === null) next.delete(keyOf(edit));
    else next.set(keyOf(edit), edit.value);
  }
  return next;
}

function startInputs(): HarnessInputs {
  const keys = rows.filter((row) => row.kind === 'input' && !row.id.endsWith('.3')).map((row) => row.id);
  return new Map(
    keys.flatMap((rowId, row) =>
      columns.map((_, column) => [keyOf({ rowId, columnIndex: column }), 20 + row + column] as const),
    ),
  );
}

function Grid() {
  const [history, setHistory] = useState<readonly HarnessInputs[]>(() => [startInputs()]);
  const inputs = history.at(-1) ?? noInputs;
  const getCell = useCallback(
    (rowId: string, column: number) => harnessCell(inputs, columns, rowId, column),
    [inputs],
  );
  return (
    <Sheet
      label="Plan"
      rows={rows}
      columns={columns}
      getCell={getCell}
      locale={locale}
      texts={harnessTexts}
      onCommit={(edits) => setHistory((before) => [...before, withEdits(before.at(-1) ?? noInputs, edits)])}
      onUndo={() => setHistory((before) => (before.length > 1 ? before.slice(0, -1) : before))}
      validate={(_, __, value) => (value < 0 && !query.has('signed') ? 'It cannot be negative.' : null)}
      onReset={(positions) =>
        setHistory((before) => [
          ...before,
          withEdits(
            before.at(-1) ?? noInputs,
            positions.map((position) => ({ ...position, value: 1200 })),
          ),
        ])
      }
      renderSeriesEditor={({ rowId }, close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            close();
          }}
        >
          <label>
            Growth of {rowId} <input name="growth" data-autofocus />
          </label>
        </form>
      )}
    />
  );
}

function Side() {
  return (
    <div style={{ padding: 12, display: 'grid', gap: 10 }}>
      <StatTile
        label="Required"
        value="93.4"
        unit="FTE"
        note="12.1 short in Dec 2028"
        tone="bad"
        onSelect={() => {}}
      />
      <StatTile label="Budget" value="€5,412,000" note="within the approved budget" tone="good" />
      <EmptyState
        title="No history yet"
        text="Import contact history to compare the forecast with what came."
      />
      <ErrorState
        title="Not imported"
        text="Line 12 of the file has no date. Add one and import it again."
        detail="line 12"
      />
    </div>
  );
}

function Harness() {
  const charts = useMemo(
    () => (
      <div
        style={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 10, padding: 10 }}
      >
        <ChartCard
          title="Required and effective"
          unit="FTE"
          chart={staffingChart}
          locale={locale}
          texts={chartTexts}
          fileName="staffing"
        />
        <ChartCard
          title="Budget by line"
          unit=""
          chart={budgetChart}
          locale={locale}
          texts={chartTexts}
          fileName="budget"
        />
        <ChartCard
          title="Service"
          unit=""
          chart={serviceChart}
          locale={locale}
          texts={chartTexts}
          fileName="service"
        />
      </div>
    ),
    [],
  );
  const isBare = query.has('bare');
  return (
    <div style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Toolbar
        label="Plan tools"
        end={
          <SavedState
            state={isBare ? 'saved' : 'unsaved'}
            label={isBare ? 'Saved' : 'Not saved'}
            retryLabel="Save again"
            onRetry={() => {}}
          />
        }
      >
        <SegmentedControl data={['Month', 'Quarter', 'Year']} aria-label="Periods" />
      </Toolbar>
      {!isBare && charts}
      <div style={{ flex: 1, minHeight: 0 }}>
        <SplitPane
          side={<Side />}
          sideLabel="Explanation"
          resizeLabel="Width of the explanation"
          isOpen={!isBare}
        >
          <Grid />
        </SplitPane>
      </div>
    </div>
  );
}

/** Every kind of chart beside the others. */
function ChartGallery() {
  const charts = [
    { title: 'Required and effective', unit: 'FTE', chart: staffingChart },
    { title: 'Budget by line', unit: '', chart: budgetChart },
    { title: 'Service', unit: '', chart: serviceChart },
    { title: 'What could come', unit: 'FTE', chart: fanChart },
    { title: 'From version to version', unit: '', chart: bridgeChart },
    { title: 'What moves it most', unit: 'FTE', chart: tornadoChart },
    { title: 'From sales to people', unit: '', chart: funnelChart },
    { title: 'Occupancy in the week', unit: '', chart: heatChart },
  ];
  return (
    <main style={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 10, padding: 10 }}>
      <h1 style={{ gridColumn: '1 / -1', margin: 0, fontSize: 18 }}>Charts</h1>
      {charts.map(({ title, unit, chart }) => (
        <ChartCard
          key={title}
          title={title}
          unit={unit}
          chart={chart}
          locale={locale}
          texts={chartTexts}
          fileName={title}
        />
      ))}
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The harness page has no root.');
createRoot(root).render(
  <MantineProvider theme={theme} forceColorScheme={query.get('scheme') === 'dark' ? 'dark' : 'light'}>
    {query.has('charts') ? <ChartGallery /> : <Harness />}
  </MantineProvider>,
);
