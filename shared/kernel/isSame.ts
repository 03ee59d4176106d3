/** True when two plain values (numbers, texts, lists, objects, typed arrays) hold the same, bit for bit. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (left instanceof Float64Array) {
    return (
      right instanceof Float64Array &&
      left.length === right.length &&
      left.every((value, at) => Object.is(value, right[at]))
    );
  }
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((value, at) => isSame(value, right[at]))
    );
  }
  if (Array.isArray(right)) return false;
  const leftEntries = Object.entries(left);
  const rightEntries = new Map<string, unknown>(Object.entries(right));
  return (
    leftEntries.length === rightEntries.size &&
    leftEntries.every(([key, value]) => rightEntries.has(key) && isSame(value, rightEntries.get(key)))
  );
}
