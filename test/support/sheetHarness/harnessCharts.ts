import type { ChartData, ChartTexts } from '#renderer/ui/charts/types.ts';

export const chartTexts: ChartTexts = {
  menu: (title) => `Save ${title}`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  savePng: 'Save as PNG',
  saveCsv: 'Save as CSV',
  periodHeader: 'Period',
  noData: 'There is nothing to draw yet.',
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
