import type { ServiceSweep } from './sweep.ts';

/** What the sweep says in one sentence, as data: a screen puts it into its language, the command line into English. */
export type ServiceMessage =
  | {
      readonly kind: 'buysMoreThanWorth';
      readonly price: number;
      readonly worth: number;
      readonly goal: number;
    }
  | {
      readonly kind: 'buysLessThanWorth';
      readonly price: number;
      readonly worth: number;
      readonly goal: number;
    }
  | { readonly kind: 'buysAboutWorth'; readonly price: number; readonly worth: number; readonly goal: number }
  | { readonly kind: 'noPrice'; readonly reason: string }
  | { readonly kind: 'bestGoals'; readonly low: number; readonly mid: number; readonly high: number }
  | { readonly kind: 'bestGoalUncertain'; readonly low: number; readonly high: number }
  | { readonly kind: 'bestGoalAtEnd'; readonly goal: number }
  | { readonly kind: 'bestGoalInPlan'; readonly goal: number }
  | { readonly kind: 'churnIsAssumed' };

/** Within this share of each other price and worth are the same. */
const ABOUT = 0.1;
/** Best goals this far apart are no answer before the churn is better known. */
const WIDE = 0.1;

/** What is to be said about a sweep: the price of today's goal against what a contact is worth, and the best goals. */
export function serviceMessages(sweep: ServiceSweep): readonly ServiceMessage[] {
  const line = (level: string) => sweep.lines.find((one) => one.level === level);
  const [low, mid, high] = ['low', 'mid', 'high'].map((level) => line(level)?.bestGoal.value ?? null);
  const worth = line('mid')?.worth.value ?? null;
  const price = sweep.price.value;
  const goal = sweep.todaysGoal;
  const messages: ServiceMessage[] = [];
  if (price === null || worth === null || goal === null)
    messages.push({ kind: 'noPrice', reason: sweep.price.reason ?? 'not-computable' });
  else {
    const isAbout = Math.abs(price - worth) <= ABOUT * Math.max(price, worth);
    const kind = isAbout ? 'buysAboutWorth' : price > worth ? 'buysMoreThanWorth' : 'buysLessThanWorth';
    messages.push({ kind, price, worth, goal });
  }
  if (typeof low === 'number' && typeof mid === 'number' && typeof high === 'number') {
    messages.push({ kind: 'bestGoals', low, mid, high });
    if (Math.abs(high - low) >= WIDE - 1e-9) messages.push({ kind: 'bestGoalUncertain', low, high });
  }
  if (line('mid')?.isAtEnd === true && typeof mid === 'number')
    messages.push({ kind: 'bestGoalAtEnd', goal: mid });
  const inPlan = line('mid')?.bestGoalInPlan.value ?? null;
  if (inPlan !== null && inPlan !== mid) messages.push({ kind: 'bestGoalInPlan', goal: inPlan });
  if (sweep.churn.source === 'assumed') messages.push({ kind: 'churnIsAssumed' });
  return messages;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

/** A message as an English sentence; money without its currency. */
export function serviceText(message: ServiceMessage): string {
  switch (message.kind) {
    case 'buysMoreThanWorth':
      return `A goal of ${percent(message.goal)} pays ${message.price.toFixed(2)} to keep one more contact from hanging up, more than the ${message.worth.toFixed(2)} that one is worth by the churn that was entered.`;
    case 'buysLessThanWorth':
      return `A goal of ${percent(message.goal)} pays ${message.price.toFixed(2)} to keep one more contact from hanging up, less than the ${message.worth.toFixed(2)} that one is worth by the churn that was entered: a higher goal would pay.`;
    case 'buysAboutWorth':
      return `A goal of ${percent(message.goal)} pays ${message.price.toFixed(2)} to keep one more contact from hanging up, about the ${message.worth.toFixed(2)} that one is worth by the churn that was entered.`;
    case 'noPrice':
      return "Today's goal implies no price per abandoned contact.";
    case 'bestGoals':
      return `The best goal is ${percent(message.mid)}; ${percent(message.low)} if abandonment moves churn as little as it may, ${percent(message.high)} if as much.`;
    case 'bestGoalUncertain':
      return `Between ${percent(message.low)} and ${percent(message.high)} the answer hangs on how much abandonment moves churn: measure that before you decide.`;
    case 'bestGoalAtEnd':
      return `${percent(message.goal)} is an end of the range that was looked at: the best goal may lie beyond.`;
    case 'bestGoalInPlan':
      return `Counting only what falls into the plan, the best goal is ${percent(message.goal)}: most of what a customer is worth comes later.`;
    case 'churnIsAssumed':
      return 'Nobody has said how sure the churn per abandoned contact is; half as much and half more are shown.';
  }
}
