/*
 * What the page of the installed app is, and what it may do. Rules only: the shell puts them into Electron, and a test loosens each of
 * them once and expects a complaint.
 */

export const pageScheme = 'app';
export const pageAddress = `${pageScheme}://bundle/`;

/** An origin of its own, with workers and fetch, as http would be; and nothing that http would not have. */
export const schemePrivileges = { standard: true, secure: true, supportFetchAPI: true };

/** The address begins with scheme, host and slash, so neither another host nor a name before the host passes. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(pageAddress);
}

interface Sender {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** Whether a message came from the main frame of the page in these contents. */
export function isOwnSender({ sender, senderFrame }: Sender, contents: Sender['sender']): boolean {
  if (sender.id !== contents.id || senderFrame === null) return false;
  return senderFrame.parent === null && isOwnAddress(senderFrame.url);
}

/** Of the page, or something that the page made itself. */
export function isOwnContent(address: string): boolean {
  return isOwnAddress(address) || address.startsWith(`blob:${pageAddress}`) || address.startsWith('data:');
}

/** Nothing that is asked for leaves the machine; the developer tools may ask for their own parts where there are any. */
export function mayRequest(address: string, hasTools: boolean): boolean {
  return isOwnContent(address) || (hasTools && address.startsWith('devtools:'));
}

export function mayDo(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Sandboxed, isolated, without Node; each said, although most of it is what Electron does anyway. */
export const pagePreferences = {
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
};

/**
 * Calls between browsers pass by the content policy and by the filter of requests. Like this they go through the proxy or not at all.
 */
export const callPolicy = 'disable_non_proxied_udp';

/** Switches of Chromium: the app is offline, so there is no name that it may look up, and its proxy is a port where nobody is. */
export const switches: Readonly<Record<string, string>> = {
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'proxy-server': '127.0.0.1:9',
};
