import { z } from 'zod';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Envelope } from './envelope.ts';

/**
 * What the page tells the shell about itself, so that the system's menu and the frame of the window go with it. It is no operation:
 * the services know nothing of windows, and the other host has no menu.
 */
export const pageStateCall = 'window.state';

/** What is absent is as it was. */
const pageStateSchema = z.strictObject({
  language: z.string().max(35).exactOptional(),
  theme: z.enum(['light', 'dark', 'auto']).exactOptional(),
  /** Ids of the commands that can be carried out now. */
  commands: z.array(z.string().max(60)).max(500).exactOptional(),
});

/** The themes of the page by the names that Electron has for them. */
export const themeSources = { light: 'light', dark: 'dark', auto: 'system' } as const;

export type PageState = z.infer<typeof pageStateSchema>;

/** Hands on what the page said of itself; a fault when it makes no sense. */
export function takePageState(input: unknown, onState: (state: PageState) => void): Envelope {
  const state = pageStateSchema.safeParse(input);
  if (!state.success) return fault('invalid-input');
  onState(state.data);
  return ok({});
}
