// The functions of this file run in the browser: their text is sent there, so each must stand on its own.

type Wire =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'array'; readonly items: readonly Wire[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Wire])[] }
  | { readonly kind: 'function' | 'promise'; readonly id: number };

type Message =
  | { readonly type: 'expose'; readonly key: string; readonly api: Wire }
  | { readonly type: 'call'; readonly id: number; readonly call: number; readonly args: readonly Wire[] }
  | { readonly type: 'result'; readonly call: number; readonly value?: Wire; readonly error?: string }
  | { readonly type: 'settled'; readonly id: number; readonly value?: Wire; readonly error?: string };

interface Membrane {
  readonly expose: (key: string, api: unknown) => void;
}

/**
 * One side of what Electron's contextBridge does: functions become functions on the other side, promises become promises, plain data is
 * copied, and what cannot be copied throws. The two sides share only the document, over which they send each other events; those are
 * dispatched at once, so that a call has its result when it returns.
 */
export function createMembrane(outgoing: string, incoming: string): Membrane {
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const results = new Map<number, Message & { readonly type: 'result' }>();
  let count = 0;

  function post(message: Message): void {
    document.dispatchEvent(new CustomEvent(outgoing, { detail: message }));
  }
  function textOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
  }
  function encode(value: unknown): Wire {
    if (typeof value === 'function') {
      count += 1;
      functions.set(count, (...args) => Reflect.apply(value, undefined, args));
      return { kind: 'function', id: count };
    }
    if (value instanceof Promise) {
      count += 1;
      const id = count;
      value.then(
        (settled: unknown) => post({ type: 'settled', id, value: encode(settled) }),
        (error: unknown) => post({ type: 'settled', id, error: textOf(error) }),
      );
      return { kind: 'promise', id };
    }
    if (Array.isArray(value)) return { kind: 'array', items: value.map(encode) };
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return { kind: 'object', entries: Object.entries(value).map(([key, member]) => [key, encode(member)]) };
    }
    return { kind: 'value', value: structuredClone(value) };
  }
  function decode(wire: Wire): unknown {
    switch (wire.kind) {
      case 'value':
        return wire.value;
      case 'array':
        return wire.items.map(decode);
      case 'object':
        return Object.fromEntries(wire.entries.map(([key, member]) => [key, decode(member)]));
      case 'promise':
        return new Promise((resolve, reject) => promises.set(wire.id, { resolve, reject }));
      case 'function':
        return (...args: unknown[]): unknown => invoke(wire.id, args.map(encode));
    }
  }
  function invoke(id: number, args: readonly Wire[]): unknown {
    count += 1;
    const call = count;
    post({ type: 'call', id, call, args });
    const result = results.get(call);
    results.delete(call);
    if (result === undefined) throw new Error('The other side of the bridge is gone.');
    if (result.value === undefined) throw new Error(result.error);
    return decode(result.value);
  }
  function answer(message: Message & { readonly type: 'call' }): void {
    try {
      const value = encode(functions.get(message.id)?.(...message.args.map(decode)));
      post({ type: 'result', call: message.call, value });
    } catch (error) {
      post({ type: 'result', call: message.call, error: textOf(error) });
    }
  }
  document.addEventListener(incoming, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const message: Message = event.detail;
    if (message.type === 'call') return answer(message);
    if (message.type === 'result') return void results.set(message.call, message);
    if (message.type === 'expose') {
      Object.defineProperty(window, message.key, {
        value: Object.freeze(decode(message.api)),
        enumerable: true,
      });
      return;
    }
    const promise = promises.get(message.id);
    promises.delete(message.id);
    if (message.value === undefined) promise?.reject(new Error(message.error));
    else promise?.resolve(decode(message.value));
  });
  return { expose: (key, api) => post({ type: 'expose', key, api: encode(api) }) };
}

/** Runs the preload in its own world with what a sandboxed preload may require, and gives the host a door for messages into that world. */
export function runPreload(
  membrane: Membrane,
  sendToMain: (text: string) => void,
  doorName: string,
  preload: (require: (name: string) => unknown) => void,
): void {
  const listeners = new Map<string, ((event: unknown, ...args: unknown[]) => void)[]>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  const ipcRenderer = {
    on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): void {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
      // Electron clones; what is not plain JSON must not be on this wire at all.
      if (JSON.stringify(structuredClone(args)) === undefined)
        throw new Error('An object could not be cloned.');
      count += 1;
      sendToMain(JSON.stringify({ id: count, channel, args }));
      return new Promise((resolve, reject) => waiting.set(count, { resolve, reject }));
    },
  };
  Object.defineProperty(globalThis, doorName, {
    value: (message: {
      id?: number;
      value?: unknown;
      error?: string;
      channel?: string;
      args?: unknown[];
    }) => {
      if (message.id === undefined) {
        for (const listener of listeners.get(message.channel ?? '') ?? [])
          listener({}, ...(message.args ?? []));
        return;
      }
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) call?.resolve(message.value);
      else call?.reject(new Error(message.error));
    },
  });
  preload((name) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}.`);
    return { ipcRenderer, contextBridge: { exposeInMainWorld: membrane.expose } };
  });
}
