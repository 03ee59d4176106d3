import { readFileSync, writeFileSync } from 'node:fs';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean;
}

export const smallestWindow = { width: 800, height: 500 };
const firstWindow = { width: 1280, height: 800 };

/** Enough of the window to take hold of its title. */
const visible = { width: 100, height: 40 };

/** Where the window was; undefined for the first time, and when that cannot be read. */
export function readWindowPlace(file: string): WindowPlace | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof found !== 'object' || found === null) return undefined;
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key): unknown =>
      Reflect.get(found, key),
    );
    if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return undefined;
    return { x, y, width, height, isMaximized: Reflect.get(found, 'isMaximized') === true };
  } catch {
    return undefined;
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000;
}

/** Losing it costs a moved window, so a disk that refuses is no reason to stop closing. */
export function writeWindowPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place), { mode: 0o600 });
  } catch {
    // Next time the window stands where it stood before.
  }
}

interface PlacedWindow {
  on(name: 'close', listener: () => void): unknown;
  getNormalBounds(): Rectangle;
  isMaximized(): boolean;
}

/** Keeps the place of a window for the next time. */
export function rememberPlace(window: PlacedWindow, file: string): void {
  window.on('close', () =>
    writeWindowPlace(file, { ...window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
}

/** The remembered place, unless the screen it was on is gone or has become too small; without a position the system chooses one. */
export function fittingPlace(
  place: WindowPlace | undefined,
  screens: readonly Rectangle[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const widest = Math.max(smallestWindow.width, ...screens.map(({ width }) => width));
  const highest = Math.max(smallestWindow.height, ...screens.map(({ height }) => height));
  const wanted = place ?? firstWindow;
  const size = {
    width: Math.min(Math.max(wanted.width, smallestWindow.width), widest),
    height: Math.min(Math.max(wanted.height, smallestWindow.height), highest),
  };
  if (place === undefined) return size;
  const isSeen = screens.some((screen) => {
    const seenWidth = Math.min(place.x + size.width, screen.x + screen.width) - Math.max(place.x, screen.x);
    const isTitleSeen = place.y >= screen.y && place.y + visible.height <= screen.y + screen.height;
    return seenWidth >= visible.width && isTitleSeen;
  });
  return isSeen ? { ...size, x: place.x, y: place.y } : size;
}
