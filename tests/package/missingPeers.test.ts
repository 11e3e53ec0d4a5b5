import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { afterEach, expect, test } from '@jest/globals';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const entries = Object.keys(manifest.exports)
  .filter((entry) => !entry.endsWith('.json'))
  .map((entry) => entry.replace('.', 'tfjs-metrics'));

let folder: string;

/** Installs the package, compiled from its sources, its dependencies and these peers in a folder of its own. */
function install(...peers: string[]): void {
  folder = mkdtempSync(join(tmpdir(), 'peers-'));
  const modules = join(folder, 'node_modules');
  buildSync({
    entryPoints: entries.map((entry) => join('src', entry.replace('tfjs-metrics', ''), 'index.ts')),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outbase: 'src',
    outdir: join(modules, 'tfjs-metrics/dist'),
  });
  cpSync('package.json', join(modules, 'tfjs-metrics/package.json'));
  for (const name of [...Object.keys(manifest.dependencies), ...peers]) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link);
  }
}

/** What Node says of the entries that it can't load there. */
function failures(): Record<string, string> {
  const code = `const failures = {};
    for (const entry of ${JSON.stringify(entries)}) {
      try { await import(entry); } catch (error) { failures[entry] = error.code + ' ' + error.message; }
    }
    console.log(JSON.stringify(failures));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(said) as Record<string, string>;
}

const missing = (name: string): unknown =>
  expect.stringMatching(`^ERR_MODULE_NOT_FOUND Cannot find package '@tensorflow/tfjs-${name}'`);

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('where only tfjs-core is installed, all load but critics, which name the package they need', () => {
  expect(entries).toHaveLength(11);
  install('@tensorflow/tfjs-core');
  expect(failures()).toEqual({ 'tfjs-metrics/critics': missing('layers') });
});

test('where nothing of tfjs is installed, those that compute with tensors name the package they need', () => {
  install();
  expect(failures()).toEqual({
    'tfjs-metrics/compat': missing('core'),
    'tfjs-metrics/information': missing('core'),
    'tfjs-metrics/layers': missing('core'),
    'tfjs-metrics/critics': missing('(core|layers)'),
  });
});
