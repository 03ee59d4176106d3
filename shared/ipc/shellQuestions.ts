import { fillText, type ShellTexts } from './appCommands.ts';

/** What the shell shows over its window. The first button is the harmless one, and the answer of whoever presses Escape. */
export interface ShellQuestion {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
}

/** Closing, although something could not be saved. The second button loses it. */
export function unsavedQuestion({ dialog: t }: ShellTexts): ShellQuestion {
  return { message: t.unsaved, detail: t.unsavedDetail, buttons: [t.keepOpen, t.closeAndLose] };
}

/** The page has ended by itself. The first button opens it again. */
export function crashQuestion({ dialog: t }: ShellTexts, reason: string): ShellQuestion {
  return { message: t.gone, detail: fillText(t.goneDetail, { reason }), buttons: [t.openAgain, t.quit] };
}

/** The page does not answer. The second button opens it again. */
export function hungQuestion({ dialog: t }: ShellTexts): ShellQuestion {
  return { message: t.hung, detail: t.hungDetail, buttons: [t.wait, t.openAgain] };
}

/** What was asked for could not be done, and why. */
export function notDoneMessage({ dialog: t }: ShellTexts, reason: string): ShellQuestion {
  return { message: t.notDone, detail: reason, buttons: [t.goOn] };
}
