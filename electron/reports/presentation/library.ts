import library from 'pptxgenjs';

/** The presentation library says "CommonJS" in its types and is a module: what its types call `default` is the import itself. */
type Library = typeof library.default;

function isLibrary(value: unknown): value is Library {
  return typeof value === 'function';
}

function loaded(): Library {
  const found: unknown = library;
  if (!isLibrary(found)) throw new Error('The presentation library could not be loaded');
  return found;
}

export const Presentation = loaded();
export type Slide = library.default.Slide;
export type TableCell = library.default.TableCell;
export type ChartOptions = library.default.IChartOpts;
