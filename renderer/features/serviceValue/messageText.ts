import type { ServiceMessage } from '#shared/model/deciding/service/words.ts';
import { type NumberWords, valueText } from '#renderer/state/deciding/figureWords.ts';

/** What a sweep says, in the language and the numbers of the reader. */
export function messageText(message: ServiceMessage, words: NumberWords): string {
  const { t } = words;
  const percent = (share: number) => valueText(share, 'share', words);
  const money = (amount: number) => valueText(amount, 'moneyPerContact', words);
  switch (message.kind) {
    case 'buysMoreThanWorth':
    case 'buysLessThanWorth':
    case 'buysAboutWorth':
      return t(`serviceValue.message.${message.kind}`, {
        goal: percent(message.goal),
        price: money(message.price),
        worth: money(message.worth),
      });
    case 'bestGoals':
      return t('serviceValue.message.bestGoals', {
        low: percent(message.low),
        mid: percent(message.mid),
        high: percent(message.high),
      });
    case 'bestGoalUncertain':
      return t('serviceValue.message.bestGoalUncertain', {
        low: percent(message.low),
        high: percent(message.high),
      });
    case 'bestGoalAtEnd':
    case 'bestGoalInPlan':
      return t(`serviceValue.message.${message.kind}`, { goal: percent(message.goal) });
    case 'noPrice':
    case 'churnIsAssumed':
      return t(`serviceValue.message.${message.kind}`);
  }
}
