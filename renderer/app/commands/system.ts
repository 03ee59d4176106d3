/** On a Mac the key of commands is Cmd. */
export function isMac(): boolean {
  return /Mac/.test(navigator.userAgent);
}
