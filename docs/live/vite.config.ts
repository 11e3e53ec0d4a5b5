import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Adds the scripts of the site: the live parts, from the source of the package, and what every page runs.
const config: UserConfig = {
  root: import.meta.dirname,
  base: './',
  resolve: {
    alias: [
      { find: /^tfjs-metrics$/, replacement: at('../../src/index.ts') },
      { find: /^tfjs-metrics\/(.*)$/, replacement: at('../../src/$1/index.ts') },
    ],
  },
  build: {
    target: 'es2022',
    outDir: at('../api/live'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: { main: at('main.ts'), page: at('../../scripts/site/page.ts') },
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

export default config;
