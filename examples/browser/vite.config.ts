import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

// Uses the source of this repository instead of the installed package.
const source = (file: string): string => fileURLToPath(new URL(`../../src/${file}`, import.meta.url));

const config: UserConfig = {
  root: import.meta.dirname,
  resolve: {
    alias: [
      { find: /^tfjs-metrics$/, replacement: source('index.ts') },
      { find: /^tfjs-metrics\/(.*)$/, replacement: source('$1/index.ts') },
    ],
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
};

export default config;
