import { seriesColors } from '#shared/kernel/palette.ts';

/** Colours of everything drawn on a canvas; screens use the same values as CSS variables (theme.css). */
export interface Palette {
  /** For series, in order. At least 3:1 against the surface, and told apart by the colour-blind. */
  readonly series: readonly string[];
  readonly surface: string;
  readonly text: string;
  readonly textQuiet: string;
  readonly line: string;
  readonly goal: string;
  readonly shortage: string;
  readonly surplus: string;
}

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    series: seriesColors,
    surface: '#ffffff',
    text: '#16181d',
    textQuiet: '#555e6b',
    line: '#dfe3e8',
    goal: '#16181d',
    shortage: 'rgba(190, 40, 30, 0.22)',
    surplus: 'rgba(11, 92, 173, 0.10)',
  },
  dark: {
    series: ['#6cb2ff', '#ff9a55', '#48c695', '#e38ecd', '#9c8a1e', '#b7e2ff', '#9da1a4', '#b862b7'],
    surface: '#1b1d21',
    text: '#eceef1',
    textQuiet: '#a9b1bd',
    line: '#34383f',
    goal: '#eceef1',
    shortage: 'rgba(255, 110, 95, 0.32)',
    surplus: 'rgba(108, 178, 255, 0.14)',
  },
};
