/**
 * `node --import ./test/doubles/electron/register.mjs electron/shell/main.ts`: the shell's own code, with the double in place of Electron.
 */
import { registerHooks } from 'node:module';

const double = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: double, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
