import type * as Electron from 'electron';

/*
 * What must hold of the shell's settings, as checkers that complain. Each is given the real settings, which must pass, and the same
 * settings with one of them loosened, which must not: so the checkers cannot go blind.
 */

type Complaints = readonly string[];

/** A complaint for each pair that is not as it should be. */
function unequal(found: object, wanted: Readonly<Record<string, unknown>>): Complaints {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const is: unknown = Reflect.get(found, key);
    return Object.is(is, value) ? [] : [`${key} is ${String(is)} instead of ${String(value)}`];
  });
}

const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: false,
};

const dangerous = [
  'enableBlinkFeatures',
  'disableBlinkFeatures',
  'additionalArguments',
  'partition',
  'session',
];

/** The options of a window in the packaged app. */
export function windowComplaints({
  webPreferences = {},
}: Electron.BrowserWindowConstructorOptions): Complaints {
  return [
    ...unequal(webPreferences, safePreferences),
    ...(webPreferences.preload?.endsWith('.cjs') === true ? [] : ['the preload is no CommonJS file']),
    ...dangerous.filter((name) => name in webPreferences).map((name) => `${name} is set`),
  ];
}

/** The privileges of the app's own scheme. */
export function schemeComplaints(privileges: Electron.Privileges): Complaints {
  return [
    ...unequal(privileges, { standard: true, secure: true }),
    ...(['bypassCSP', 'allowServiceWorkers', 'corsEnabled', 'allowExtensions'] as const)
      .filter((name) => privileges[name] === true)
      .map((name) => `${name} is granted`),
  ];
}

/** Sources that the content policy may name, by directive; one that is missing falls back to 'none'. */
const policy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Directives that do not fall back to default-src, and so must stand there. */
const required = ['default-src', 'base-uri', 'form-action', 'frame-ancestors'];

export function headerComplaints(headers: Readonly<Record<string, string>>): Complaints {
  const directives = (headers['content-security-policy'] ?? '')
    .split(';')
    .map((directive) => directive.trim().split(/\s+/));
  const foreign = directives.flatMap(([name = '', ...sources]) =>
    sources
      .filter((source) => policy[name]?.includes(source) !== true)
      .map((source) => `${name} allows ${source}`),
  );
  const missing = required.filter((name) => !directives.some(([found]) => found === name));
  return [
    ...foreign,
    ...missing.map((name) => `${name} is missing`),
    ...unequal(headers, {
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    }),
  ];
}

const strangers = [
  'app://other/',
  'app://bundle.evil/',
  'app://bundle',
  'app://evil@bundle/',
  'https://example.com/',
  'http://127.0.0.1:80/',
  'file:///etc/passwd',
  'ws://127.0.0.1/',
  'ftp://example.com/',
  'javascript:alert(1)',
  'blob:https://example.com/1',
  'blob:app://other/1',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
];

const own = [
  'app://bundle/',
  'app://bundle/assets/main.js',
  'blob:app://bundle/1',
  'data:image/png;base64,AA',
];

/** The rule for what the page may ask for. */
export function requestComplaints(mayRequest: (address: string) => boolean): Complaints {
  return [
    ...strangers.filter(mayRequest).map((address) => `${address} may be requested`),
    ...own.filter((address) => !mayRequest(address)).map((address) => `${address} may not be requested`),
  ];
}

const permissions = [
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
];

export function permissionComplaints(mayDo: (permission: string) => boolean): Complaints {
  return permissions.filter(mayDo).map((permission) => `${permission} is granted`);
}

const elsewhere = strangers.filter((address) => !address.startsWith('devtools:'));

/** What was done about an address that a page wants to go to, in each of the ways there are. */
export interface Stays {
  readonly staysOn: (way: string, address: string) => boolean;
  readonly mayOpenWindow: (address: string) => boolean;
  readonly mayAttachView: () => boolean;
  /** What calls between browsers may use; they pass by the filter of requests. */
  readonly calls: string;
}

export const waysToLeave = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const;

export function navigationComplaints({ staysOn, mayOpenWindow, mayAttachView, calls }: Stays): Complaints {
  return [
    ...waysToLeave.flatMap((way) =>
      elsewhere.filter((address) => !staysOn(way, address)).map((address) => `${way} leads to ${address}`),
    ),
    ...[...elsewhere, ...own].filter(mayOpenWindow).map((address) => `a window opens for ${address}`),
    ...(mayAttachView() ? ['a webview is attached'] : []),
    ...(calls === 'disable_non_proxied_udp' ? [] : [`calls between browsers may use ${calls}`]),
  ];
}

const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** The fuses as the packaging is told to set them. */
export function fuseComplaints(set: Readonly<Record<string, unknown>>): Complaints {
  return unequal(set, fuses);
}
