import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Also for what is drawn on canvases, which inherit nothing. */
export const systemFonts =
  "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/**
 * The greys of Mantine in the dark, in the tone of our own; from text over borders and fields to the ground. Quiet text is
 * readable on the fifth, which lies under the chosen entry of a menu.
 */
const dark: MantineColorsTuple = [
  '#eceef1',
  '#cfd4db',
  '#a9b1bd',
  '#8b93a0',
  '#3e444d',
  '#3a3f47',
  '#2a2e35',
  '#1f2227',
  '#17191c',
  '#111316',
];

/** Dense and calm: the system's own type, small controls, one accent. */
export const theme = createTheme({
  fontFamily: systemFonts,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace",
  headings: { fontFamily: systemFonts, fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  colors: { dark },
  primaryColor: 'blue',
  // Lighter shades of the filled button miss the contrast of WCAG AA.
  primaryShade: 8,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    // Its own grey on white, at 10 pixels, is too faint to read.
    InputWrapper: {
      styles: {
        description: { color: 'var(--planner-text-quiet)', fontSize: '0.75rem' },
        error: { color: 'var(--planner-error)', fontSize: '0.75rem' },
      },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { keepMounted: false } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Tooltip: { defaultProps: { openDelay: 400, multiline: true, maw: 320 } },
  },
});
