const focusable =
  'a[href], button:enabled, select:enabled, textarea:enabled, input:enabled, summary, [tabindex], [contenteditable=true]';

/** What Tab stops at. Of a group of radio buttons that is the chosen one only. */
function isTabStop(element: HTMLElement): boolean {
  const isOtherRadio = element.matches('input[type=radio]:not(:checked)');
  const isReachable = element.tabIndex >= 0 && !isOtherRadio && element.closest('[inert]') === null;
  return isReachable && element.checkVisibility({ visibilityProperty: true });
}

/**
 * Moves the focus to what stands before or after the input of the sheet, round the ends of the page. The input is
 * the sheet's only tab stop, so its neighbours are outside.
 */
export function leaveSheet(input: HTMLElement, direction: 'forwards' | 'backwards'): void {
  const stops = [...document.querySelectorAll<HTMLElement>(focusable)].filter(isTabStop);
  const next = stops.indexOf(input) + (direction === 'forwards' ? 1 : -1);
  stops.at(next % stops.length)?.focus();
}
