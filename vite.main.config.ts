import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { bundledFonts } from './electron/bundledFonts.ts';
import { licenceCollector } from './electron/licences.ts';

const projectFolder = fileURLToPath(new URL('.', import.meta.url));
const external = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/**
 * The two bundles of the installed app: `--mode main`, with the worker thread of the services beside it, and `--mode preload`.
 * The preload is CommonJS because a sandboxed window loads nothing else.
 */
export default defineConfig(({ mode }) => ({
  root: projectFolder,
  publicDir: false,
  cacheDir: `${projectFolder}node_modules/.cache/vite`,
  plugins: [licenceCollector().plugin(), ...(mode === 'preload' ? [] : [bundledFonts()])],
  ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
  build:
    mode === 'preload'
      ? {
          outDir: 'dist/preload',
          emptyOutDir: true,
          target: 'node24',
          minify: false,
          lib: { entry: 'electron/shell/preload.ts', formats: ['cjs'], fileName: () => 'index.cjs' },
          rolldownOptions: { external },
        }
      : {
          outDir: 'dist/main',
          emptyOutDir: true,
          target: 'node24',
          minify: false,
          ssr: true,
          rolldownOptions: {
            external,
            input: { index: 'electron/shell/main.ts', worker: 'electron/services/threads/worker.ts' },
            output: {
              entryFileNames: '[name].mjs',
              chunkFileNames: '[name]-[hash].mjs',
              // The PDF library is CommonJS and asks where it lies; modules know it under another name.
              banner: 'const __dirname = import.meta.dirname;',
            },
          },
        },
}));
