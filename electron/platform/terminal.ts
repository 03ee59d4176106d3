/** A terminal that is closed while the app that it started goes on takes the log with it, and shall not take the app. */
export function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
