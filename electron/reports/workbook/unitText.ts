import type { Unit } from '#shared/model/units.ts';

/** `moneyPerContact` → `EUR per contact`, `sharePerYear` → `share per year`. */
export function unitText(unit: Unit, currency: string): string {
  const words = unit.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/(customer|seat) month$/, '$1 and month').replace(/^money\b/, currency);
}
