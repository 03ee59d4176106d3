import type { Candidate } from './improve.ts';
import { costTolerance, type HiringProblem, planCost } from './problem.ts';

/** True when neither hiring nor keeping people costs anything, as with a partner. */
export function isFree({ paidCost, overtimeCost, classCost }: HiringProblem): boolean {
  return [paidCost, overtimeCost, classCost].every((costs) => costs.every((cost) => cost === 0));
}

/**
 * The cheapest plan that hires latest where people cost nothing. More of them never costs more then, so no plan beats the
 * one that always hires the most, and a beginning is right if going on with the most comes out as cheap.
 */
export function freePlan(problem: HiringProblem): Candidate {
  const { periods, firstPeriod, mostClasses } = problem;
  const classes = Array.from({ length: periods }, (_, t) => (t < firstPeriod ? 0 : mostClasses));
  const least = planCost(problem, classes);
  const enough = least + costTolerance(problem, least);
  for (let t = firstPeriod; t < periods; t += 1) {
    let fewest = 0;
    while (fewest < mostClasses && planCost(problem, classes.with(t, fewest)) > enough) fewest += 1;
    classes[t] = fewest;
  }
  return { classes, cost: planCost(problem, classes) };
}
