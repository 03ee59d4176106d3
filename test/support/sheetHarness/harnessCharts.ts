import type { ChartData, ChartTexts } from '#renderer/ui/charts/types.ts';

export const chartTexts: ChartTexts = {
  menu: (title) => `Save ${title}`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  savePng: 'Save as PNG',
  saveCsv: 'Save as CSV',
  periodHeader: 'Period',
  noData: 'There is nothing to draw yet.',
  keysHint: 'The arrow keys read the points.',
  point: (place, values) => `${place}: ${values.join('; ')}`,
  pointValue: (name, value) => `${name} ${value}`,
};

const labels = Array.from({ length: 24 }, (_, month) => `${(month % 12) + 1}/${27 + Math.floor(month / 12)}`);
const wave = (base: number, slope: number, swing: number) =>
  labels.map((_, month) => base + slope * month + swing * Math.sin(month / 2));

export const staffingChart: ChartData = {
  kind: 'line',
  labels,
  format: { style: 'number', digits: 1 },
  series: [
    { id: 'required', label: 'Required', values: wave(60, 1.4, 5) },
    { id: 'effective', label: 'Effective', values: wave(68, 0.6, 1) },
  ],
  target: { label: 'Seats', value: 95 },
  gap: { neededId: 'required', actualId: 'effective' },
};

export const budgetChart: ChartData = {
  kind: 'stackedBar',
  labels,
  format: { style: 'money', currency: 'EUR' },
  series: ['Wages', 'Benefits', 'Outsourcing', 'Telephony', 'Hiring', 'Training', 'Facilities'].map(
    (label, index) => ({
      id: label,
      label,
      values: wave(180000 / (index + 1), 2000 / (index + 1), 4000 / (index + 1)),
    }),
  ),
  budget: { id: 'budget', label: 'Approved budget', values: wave(480000, 3500, 0) },
  totalLabel: 'Total',
};

export const serviceChart: ChartData = {
  kind: 'percent',
  labels,
  format: { style: 'percent' },
  left: [{ id: 'level', label: 'Service level', values: wave(0.82, -0.006, 0.06) }],
  right: [{ id: 'abandoned', label: 'Abandonment', values: wave(0.03, 0.002, 0.01), colorIndex: 1 }],
  leftTitle: 'Service level',
  rightTitle: 'Abandonment',
  goal: { label: 'Goal 80 %', value: 0.8 },
};

export const bridgeChart: ChartData = {
  kind: 'waterfall',
  header: 'Step',
  format: { style: 'money', currency: 'EUR' },
  names: { total: 'Total', rise: 'Increase', fall: 'Decrease', change: 'Change', level: 'Level' },
  steps: [
    { id: 'before', label: 'Last version', value: 5_210_000, isTotal: true },
    { id: 'volume', label: 'Volume', value: 420_000 },
    { id: 'handleTime', label: 'Handle time', value: -180_000 },
    { id: 'pay', label: 'Pay rise', value: 96_500 },
    { id: 'deflection', label: 'Self-service', value: -240_000 },
    { id: 'after', label: 'This version', value: null, isTotal: true },
  ],
};

export const tornadoChart: ChartData = {
  kind: 'tornado',
  header: 'Input',
  format: { style: 'number', digits: 1 },
  base: { label: 'Plan', value: 93.4 },
  lowLabel: 'Low end',
  highLabel: 'High end',
  bars: [
    { id: 'shrinkage', label: 'Shrinkage', low: 88.2, high: 99.1, lowNote: '24 %', highNote: '33 %' },
    { id: 'volume', label: 'Volume', low: 84, high: 104.9, lowNote: '−10 %', highNote: '+10 %' },
    { id: 'patience', label: 'Patience', low: 94.6, high: 92.8, lowNote: '60 s', highNote: '180 s' },
  ],
};

const fanSeries = (id: string, spread: number) => ({
  id,
  label: id,
  values: wave(60, 1.4, 5).map((value, month) => value + spread * (2 + month * 0.4)),
});

export const fanChart: ChartData = {
  kind: 'fan',
  labels,
  format: { style: 'number', digits: 1 },
  middle: fanSeries('P50', 0),
  bands: [
    { label: 'P10 to P90', low: fanSeries('P10', -1), high: fanSeries('P90', 1) },
    { label: 'P25 to P75', low: fanSeries('P25', -0.5), high: fanSeries('P75', 0.5) },
  ],
  lines: [{ id: 'effective', label: 'Effective', values: wave(68, 0.6, 1) }],
};

const whole = { style: 'number', digits: 0 } as const;

export const funnelChart: ChartData = {
  kind: 'funnel',
  header: 'Stage',
  format: whole,
  valueLabel: '2028',
  beforeLabel: '2027',
  stages: [
    { id: 'deals', label: 'Deals', value: 420, before: 350, format: whole, unit: 'deals' },
    {
      id: 'customers',
      label: 'Customers',
      value: 61_300,
      before: 54_100,
      format: whole,
      unit: 'customers',
      rate: '12 customers per deal',
    },
    {
      id: 'contacts',
      label: 'Contacts',
      value: 248_000,
      before: 231_000,
      format: whole,
      unit: 'contacts',
      rate: '4.05 contacts per customer',
    },
    { id: 'hours', label: 'Hours', value: 24_900, before: 23_900, format: whole, unit: 'hours' },
    {
      id: 'fte',
      label: 'FTE',
      value: 93.4,
      before: 91.2,
      format: { style: 'number', digits: 1 },
      unit: 'FTE',
    },
  ],
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export const heatChart: ChartData = {
  kind: 'heat',
  header: 'Time',
  format: { style: 'percent', digits: 0 },
  columns: weekdays.map((label, day) => ({ id: label, label, note: day > 4 ? 'closed' : '22 days' })),
  rows: Array.from({ length: 10 }, (_, hour) => ({
    id: `${hour}`,
    label: `${hour + 8}:00`,
    values: weekdays.map((__, day) => (day > 4 ? null : 0.5 + 0.4 * Math.sin((hour + 1) / 3.4) + day * 0.01)),
  })),
  emptyLabel: 'closed',
  limit: { value: 0.88, label: 'above the ceiling of 88 %' },
  marked: { rowId: '4', columnId: 'Fri' },
};
