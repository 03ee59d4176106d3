interface Ramp {
  readonly trainingWeeks?: number | undefined;
  readonly nestingWeeks?: number | undefined;
  readonly nestingProductivity?: number | undefined;
  readonly rampWeeks?: number | undefined;
}

export interface RampPoint {
  readonly week: number;
  readonly share: number;
}

/** Corners of the curve of a new hire's productivity, from the first day to some weeks of full output. */
export function rampPoints(ramp: Ramp): readonly RampPoint[] {
  const { trainingWeeks = 0, nestingWeeks = 0, nestingProductivity = 0, rampWeeks = 0 } = ramp;
  const nested = trainingWeeks + nestingWeeks;
  const full = nested + rampWeeks;
  return [
    { week: 0, share: 0 },
    { week: trainingWeeks, share: 0 },
    ...(nestingWeeks > 0
      ? [
          { week: trainingWeeks, share: nestingProductivity },
          { week: nested, share: nestingProductivity },
        ]
      : []),
    ...(rampWeeks > 0 ? [{ week: nested, share: nestingProductivity }] : []),
    { week: full, share: 1 },
    { week: full + Math.max(2, full / 6), share: 1 },
  ];
}
