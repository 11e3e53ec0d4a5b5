import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { dts } from 'rollup-plugin-dts';

// Bundles the declarations of the public names, so that the package ships few files and nothing internal.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = Object.keys(exports).filter((entry) => !entry.endsWith('.json'));

export default {
  input: Object.fromEntries(entries.map((entry) => [posix.join(entry, 'index'), posix.join('src', entry, 'index.ts')])),
  external: (id) => !/^[./]/.test(id),
  treeshake: { moduleSideEffects: false },
  plugins: [dts({ tsconfig: 'tsconfig.build.json' })],
  output: { dir: 'dist', entryFileNames: '[name].d.cts', chunkFileNames: 'chunks/[name].d.cts' },
};
