import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { buildSync } from 'esbuild';

/**
 * Bundles the command line and returns the arguments that start it as a separate process. A bundle starts several
 * times as fast as the sources with tsx. It is removed after the tests of the file.
 */
export function builtCommand(): readonly string[] {
  // Node finds the packages that the bundle imports from here.
  mkdirSync('node_modules/.cache', { recursive: true });
  const folder = mkdtempSync('node_modules/.cache/cli-');
  afterAll(() => rmSync(folder, { recursive: true }));
  copyFileSync('package.json', join(folder, 'package.json'));
  buildSync({
    entryPoints: ['src/cli/main.ts'],
    outdir: join(folder, 'dist/cli'),
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return [process.execPath, join(folder, 'dist/cli/main.js')];
}
