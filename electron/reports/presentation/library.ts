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
export type ChartOptions = library.default.IChartOpts;

export interface ChartData {
  readonly name: string;
  readonly labels: string[];
  /** null leaves a gap. */
  readonly values: (number | null)[];
}

/** One kind of marks in a chart of several. */
export interface ChartLayer {
  readonly type: 'area' | 'bar' | 'line';
  readonly data: readonly ChartData[];
  readonly options: ChartOptions;
}

/** A chart of several layers: the library takes its options in the place of the data, which its types do not say. */
export function addLayers(slide: Slide, layers: readonly ChartLayer[], options: ChartOptions): void {
  Reflect.apply(slide.addChart, slide, [
    layers.map((layer) => ({ ...layer, data: [...layer.data] })),
    options,
  ]);
}

export type Slide = library.default.Slide;
export type TableCell = library.default.TableCell;
