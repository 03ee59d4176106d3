/**
 * Colours of the series of charts on white, on screens and on paper, in their order: at least 3:1 against the surface,
 * and told apart by the colour-blind.
 */
export const seriesColors: readonly string[] = [
  '#0b5cad',
  '#d96607',
  '#09855f',
  '#c05da5',
  '#775000',
  '#359ad6',
  '#5f646e',
  '#58185f',
];

/** What else is drawn on white: text, quiet text, lines, and where people are missing. */
export const paper = {
  text: '#16181d',
  textQuiet: '#555e6b',
  line: '#dfe3e8',
  shortage: '#be281e',
} as const;
