import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Adds the live parts to the site, from the source of the package.
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
      input: at('main.ts'),
      output: { entryFileNames: 'main.js', assetFileNames: '[name][extname]', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

export default config;
