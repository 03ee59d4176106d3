import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { licenceCollector } from './electron/licences.ts';

const projectFolder = fileURLToPath(new URL('.', import.meta.url));

const licences = licenceCollector();

/** The page. Paths are relative, so that the same files are served by the loopback host and by the shell's own scheme. */
export default defineConfig({
  root: `${projectFolder}renderer`,
  base: './',
  publicDir: false,
  cacheDir: `${projectFolder}node_modules/.cache/vite`,
  plugins: [react(), licences.plugin()],
  worker: { format: 'es', plugins: () => [licences.workerPlugin()] },
  build: {
    outDir: `${projectFolder}dist/renderer`,
    emptyOutDir: true,
    target: 'chrome130',
    // The page comes from this machine: one larger file is quicker than the usual network-minded warning assumes.
    chunkSizeWarningLimit: 2500,
    // A data: URL would need a hole in the content policy for fonts.
    assetsInlineLimit: 0,
  },
});
