import { useEffect } from 'react';
import { type PageState, pageStateCall } from '#shared/ipc/pageState.ts';

/** The shell alone has a menu and a frame to keep in step; it may be closing, and then nobody listens. */
function tellShell(state: PageState): void {
  window.headroom?.call(pageStateCall, state).catch(() => undefined);
}

/** Menu and frame of the system speak the language of the page, and have its theme. */
export function useShellAppearance(
  language: string,
  theme: NonNullable<PageState['theme']> | undefined,
): void {
  useEffect(() => {
    if (theme !== undefined) tellShell({ language, theme });
  }, [language, theme]);
}

/** The system's menu offers what can be done now, and nothing once these actions are gone. */
export function useShellCommands(ids: readonly string[]): void {
  const all = ids.join(' ');
  useEffect(() => tellShell({ commands: all.split(' ') }), [all]);
  useEffect(() => () => tellShell({ commands: [] }), []);
}
