import { describe, expect, it } from 'vitest';
import { findBrowser, hasDisplay, windowArguments } from '#electron/host/browser.ts';

function on(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, ...files: readonly string[]) {
  return { platform, environment, exists: (file: string) => files.includes(file) };
}

describe('findBrowser', () => {
  it.each([
    [
      'Chromium on Linux',
      on('linux', { PATH: '/opt/bin:/usr/bin' }, '/usr/bin/chromium'),
      '/usr/bin/chromium',
    ],
    [
      'Chromium before Chrome where both are there',
      on('linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome', '/usr/bin/chromium-browser'),
      '/usr/bin/chromium-browser',
    ],
    [
      'Edge on Linux',
      on('linux', { PATH: '/usr/bin' }, '/usr/bin/microsoft-edge'),
      '/usr/bin/microsoft-edge',
    ],
    [
      "Chrome in a user's own applications on macOS",
      on(
        'darwin',
        { HOME: '/Users/eva' },
        '/Users/eva/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ),
      '/Users/eva/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'Edge on Windows',
      on(
        'win32',
        { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      ),
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ])('finds %s', (_title, surroundings, file) => {
    expect(findBrowser(surroundings)?.file).toBe(file);
  });

  it('finds nothing where there is nothing', () => {
    expect(findBrowser(on('linux', { PATH: '/usr/bin' }, '/usr/bin/firefox'))).toBeUndefined();
    expect(findBrowser(on('linux', {}, 'chromium'))).toBeUndefined();
  });
});

describe('hasDisplay', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('%s with %j: %s', (platform, environment, expected) => {
    expect(hasDisplay({ platform, environment })).toBe(expected);
  });
});

describe('windowArguments', () => {
  it('keeps the sandbox of the browser, except for root, who cannot have it', () => {
    expect(windowArguments('http://127.0.0.1:1/', '/profile', false)).not.toContain('--no-sandbox');
    expect(windowArguments('http://127.0.0.1:1/', '/profile', true)).toContain('--no-sandbox');
  });
});
