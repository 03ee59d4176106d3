/** Members that the language itself asks for: awaiting a value looks for `then`. */
const askedByTheLanguage = new Set<string | symbol>(['then', 'toJSON']);

/** The same object, except that a member it does not have throws its name instead of being undefined. */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || askedByTheLanguage.has(key)) {
        const value: unknown = Reflect.get(target, key);
        // Bound, because private members are reached only through the object itself.
        return typeof value === 'function' ? value.bind(target) : value;
      }
      throw new Error(`The Electron double does not model ${name}.${key}.`);
    },
  });
}
