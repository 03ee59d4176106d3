import { isOperationName, operations } from '#shared/ipc/contract.ts';
import type { Handlers, OperationName } from '#shared/ipc/contract.ts';
import type { Envelope } from '#shared/ipc/envelope.ts';
import { fault, faultSentences, ok } from '#shared/kernel/result.ts';
import type { Failed, Fault } from '#shared/kernel/result.ts';
import { foundText } from '#shared/kernel/foundText.ts';
import type { Clock, Log } from './ports.ts';

/** Longer than this holds up the window; operations that do it often must move off the main process. */
const slowMilliseconds = 50;

/** What zod reports, as far as it is needed here. */
interface InputError {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

type Dispatch = (name: string, input: unknown) => Promise<Envelope>;

function valueAt(input: unknown, steps: readonly PropertyKey[]): unknown {
  let here = input;
  for (const step of steps) {
    here =
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? Reflect.get(here, step)
        : undefined;
  }
  return here;
}

function invalidInput(name: string, input: unknown, error: InputError): Failed<Fault<'invalid-input'>> {
  const problems = error.issues.slice(0, 20).map(({ path, message }) => ({
    path: path.length === 0 ? 'input' : path.map(String).join('.'),
    found: foundText(valueAt(input, path)),
    expected: message.replace(/^Invalid input: expected /, ''),
  }));
  const [first] = problems;
  const detail =
    first === undefined ? '' : ` ${name}, ${first.path}: found ${first.found}, expected ${first.expected}.`;
  return fault('invalid-input', `${faultSentences['invalid-input']}${detail}`, problems);
}

/** A hostile value can make the check itself throw, such as a `length` that is no number and cannot become one. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

async function run<K extends OperationName>(
  name: K,
  handler: Handlers[K],
  input: unknown,
  log: Log,
): Promise<Envelope> {
  const operation = operations[name];
  // What is wrong is put into words only when it is asked for, so that too belongs into the attempt.
  const read = attempt(() => {
    const parsed = operation.input.safeParse(input);
    return parsed.success ? ok(parsed.data) : invalidInput(name, input, parsed.error);
  });
  if (read === undefined) {
    return invalidInput(name, input, { issues: [{ path: [], message: 'plain values' }] });
  }
  if (!read.ok) return read;
  const outcome = await handler(read.value);
  if (outcome.ok) return ok(operation.output.parse(outcome.value));
  const declared: readonly string[] = operation.faults;
  if (declared.includes(outcome.fault.code)) return outcome;
  log.error(
    `${name} failed with "${outcome.fault.code}", which it does not declare: ${outcome.fault.message}`,
  );
  return fault('internal');
}

/**
 * The only door to the services. Never throws and never rejects: whatever happens becomes an envelope.
 *
 * @param handlersNow those of the moment: without an open workspace, what needs one is not there
 */
export function createDispatch(
  handlersNow: () => Partial<Handlers>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Dispatch {
  return async (name, input) => {
    if (!isOperationName(name)) return fault('unknown-operation');
    const start = clock.elapsedMilliseconds();
    try {
      const handler = handlersNow()[name];
      if (handler === undefined) return fault('no-workspace');
      return await run(name, handler, input, log);
    } catch (error) {
      log.error(`${name} failed.`, error);
      return fault('internal');
    } finally {
      const took = clock.elapsedMilliseconds() - start;
      if (took > slowMilliseconds) log.warn(`${name} took ${Math.round(took)} ms.`);
    }
  };
}
