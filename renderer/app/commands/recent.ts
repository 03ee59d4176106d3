const key = 'headroom.palette.recent';
const most = 12;

/** Ids of what was chosen last in this window, the latest first. */
export function recentIds(): readonly string[] {
  const stored: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '[]');
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

export function rememberRecent(id: string): void {
  const others = recentIds().filter((other) => other !== id);
  window.sessionStorage.setItem(key, JSON.stringify([id, ...others].slice(0, most)));
}
