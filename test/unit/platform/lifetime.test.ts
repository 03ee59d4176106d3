import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLifetime, patience } from '#electron/host/lifetime.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function lifetime() {
  const ends: boolean[] = [];
  return { ...createLifetime((hadWindow) => ends.push(hadWindow)), ends };
}

it('a host to which no window ever comes ends after a while, and not before', () => {
  const { ends, onWindows } = lifetime();
  // What the server reports when a stream without a page behind it closes.
  onWindows(0);
  vi.advanceTimersByTime(patience.firstWindow - 1);
  expect(ends).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(ends).toEqual([false]);
});

it('with a window it stays for as long as the window is there', () => {
  const { ends, onWindows } = lifetime();
  onWindows(1);
  vi.advanceTimersByTime(100 * patience.firstWindow);
  expect(ends).toEqual([]);
});

it('a reload does not end it; the last window that stays closed does, once', () => {
  const { ends, onWindows } = lifetime();
  onWindows(1);
  onWindows(0);
  vi.advanceTimersByTime(patience.withoutWindow - 1);
  onWindows(1);
  onWindows(2);
  onWindows(1);
  vi.advanceTimersByTime(100 * patience.withoutWindow);
  expect(ends).toEqual([]);
  onWindows(0);
  vi.advanceTimersByTime(100 * patience.withoutWindow);
  expect(ends).toEqual([true]);
});

it('a host that is ending by itself is not ended once more', () => {
  const { ends, onWindows, stop } = lifetime();
  onWindows(1);
  onWindows(0);
  stop();
  vi.advanceTimersByTime(100 * patience.firstWindow);
  expect(ends).toEqual([]);
});
