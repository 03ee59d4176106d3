/**
 * `npm test [-- LEVEL …]`: installs what is missing, then runs everything. This first half is plain JavaScript for any Node from 18 on;
 * the rest needs the Node that it installs.
 */
import { ensureInstalled, findNode, run } from '../../electron/setup.mjs';

async function main() {
  ensureInstalled();
  return run(findNode(), ['test/support/runLevels.ts', ...process.argv.slice(2)]);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  },
);
