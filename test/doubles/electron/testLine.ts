/** The line to the test that started the shell: questions go out, and what the user and the system would do comes in. */

import { z } from 'zod';

const orders = z.union([
  z.literal('close'),
  z.object({ menu: z.string() }),
  z.object({ openFile: z.string() }),
  /** What Electron notices of a page. */
  z.object({ page: z.enum(['unresponsive', 'responsive']) }),
  z.object({ crash: z.string() }),
  z.object({ saved: z.string() }),
  z.object({ interrupted: z.string() }),
  z.object({ sessionEnd: z.string() }),
  z.object({ answer: z.union([z.number(), z.string()]) }),
]);

type Order = Exclude<z.infer<typeof orders>, { answer: number | string }>;

const waiting: ((answer: number | string) => void)[] = [];
let isListening = false;

/** From the first window on. Before that the process may belong to a test that only looks at a module of the shell. */
export function listenToTest(carryOut: (order: Order) => void): void {
  if (isListening) return;
  isListening = true;
  process.on('message', (message) => {
    const order = orders.safeParse(message);
    if (!order.success) return;
    if (typeof order.data === 'object' && 'answer' in order.data) waiting.shift()?.(order.data.answer);
    else carryOut(order.data);
  });
  // The test that started this is gone.
  process.on('disconnect', () => process.exit(1));
}

export function tellTest(message: Readonly<Record<string, unknown>>): void {
  process.send?.(message);
}

/** A box on the screen: it stays open until the test answers, as it would for a user, or the signal takes it away. */
export function askTest(question: string, signal?: AbortSignal): Promise<number | string> {
  tellTest({ question });
  return new Promise((done) => {
    waiting.push(done);
    signal?.addEventListener('abort', () => {
      waiting.splice(waiting.indexOf(done), 1);
      tellTest({ takenAway: question });
      done(0);
    });
  });
}
