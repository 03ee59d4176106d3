/** Reads the fields of an unknown object strictly and remembers the first thing that is wrong. */

export type CaseFaultCode =
  | 'unknown-model'
  | 'missing-field'
  | 'unknown-field'
  | 'wrong-type'
  | 'out-of-range';

/** What is wrong with a case, and where: `load`, `goal.serviceLevel`, `ahtByConcurrency[1]`. */
export interface CaseFault {
  readonly code: CaseFaultCode;
  readonly message: string;
  readonly path: string;
}

/** Each reading returns a harmless stand-in when the field is wrong; `finish` then tells. */
export interface CaseReader {
  readonly number: (name: string) => number;
  readonly optionalNumber: (name: string) => number | undefined;
  readonly numbers: (name: string) => readonly number[];
  readonly optionalChoice: <T extends string>(name: string, choices: readonly T[]) => T | undefined;
  readonly object: (name: string) => CaseReader;
  /** The first fault, or one for a field that nothing has read. */
  readonly finish: () => CaseFault | null;
}

/**
 * A reader over one object.
 *
 * @param source anything; not an object is the fault `wrong-type`
 * @param prefix path of the object itself with a dot, empty at the top
 * @example createCaseReader({ load: 'many' }, '').finish()?.path // 'load'
 */
export function createCaseReader(source: unknown, prefix: string): CaseReader {
  const fields = fieldsOf(source);
  const read = new Set<string>();
  const inner: CaseReader[] = [];
  let first: CaseFault | null = null;
  const complain = (code: CaseFaultCode, name: string, message: string) => {
    first ??= { code, path: `${prefix}${name}`, message: `${prefix}${name}: ${message}.` };
  };
  if (fields === null) {
    const path = prefix === '' ? 'inputs' : prefix.slice(0, -1);
    first = { code: 'wrong-type', path, message: `${path}: found ${kindOf(source)}, expected an object.` };
  }
  const take = (name: string, isNeeded: boolean): unknown => {
    read.add(name);
    const value = fields?.get(name);
    if (value === undefined && isNeeded) complain('missing-field', name, 'is missing');
    return value;
  };
  const asNumber = (name: string, value: unknown): number => {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value !== undefined) complain('wrong-type', name, `found ${kindOf(value)}, expected a finite number`);
    return 0;
  };
  return {
    number: (name) => asNumber(name, take(name, true)),
    optionalNumber(name) {
      const value = take(name, false);
      return value === undefined ? undefined : asNumber(name, value);
    },
    numbers(name) {
      const value = take(name, true);
      if (Array.isArray(value))
        return value.map((entry: unknown, place) => asNumber(`${name}[${place}]`, entry));
      if (value !== undefined)
        complain('wrong-type', name, `found ${kindOf(value)}, expected a list of numbers`);
      return [];
    },
    optionalChoice(name, choices) {
      const value = take(name, false);
      const found = choices.find((choice) => choice === value);
      if (value !== undefined && found === undefined) {
        complain('out-of-range', name, `found ${kindOf(value)}, expected ${choices.join(', ')}`);
      }
      return found;
    },
    object(name) {
      const value = take(name, true);
      const reader = createCaseReader(value ?? {}, `${prefix}${name}.`);
      inner.push(reader);
      return reader;
    },
    finish() {
      for (const name of fields?.keys() ?? []) {
        if (!read.has(name)) complain('unknown-field', name, 'is not a field of this model');
      }
      return inner.reduce((fault, reader) => fault ?? reader.finish(), first);
    },
  };
}

function fieldsOf(source: unknown): Map<string, unknown> | null {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return null;
  return new Map(Object.entries(source));
}

/** What a value is, in words for a message. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return `the text "${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : value === undefined ? 'nothing' : 'an object';
}
