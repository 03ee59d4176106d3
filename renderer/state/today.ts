/** The calendar day here and now as an ISO date. The model has no clock, so whoever asks what is late says when it is. */
export function todayIso(now: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
