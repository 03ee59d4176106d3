import { useState } from 'react';
import { labelWidths } from './geometry.ts';

function clamped(width: number): number {
  return Math.round(Math.max(labelWidths.least, Math.min(labelWidths.most, width)));
}

/** How wide the names are: as given until the user changes it. */
export function useLabelWidth(given: number | undefined, onChange: ((width: number) => void) | undefined) {
  const [chosen, setChosen] = useState<number | null>(null);
  return {
    labelWidth: chosen ?? given,
    setLabelWidth(width: number): void {
      setChosen(clamped(width));
      onChange?.(clamped(width));
    },
  };
}
