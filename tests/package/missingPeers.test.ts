import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { packageEntries } from '../../scripts/build/packageEntries.ts';
import { buildPackage, installPackage } from './installPackage.ts';

const entries = [...packageEntries().keys()];

let dist: string;
let folder: string;

/** Returns the errors of the entry points that Node cannot load there. */
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
  expect.stringMatching(`^MODULE_NOT_FOUND Cannot find module '@tensorflow/tfjs-${name}'`);

beforeAll(() => {
  dist = buildPackage();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

afterAll(() => {
  rmSync(dist, { recursive: true });
});

test('with only tfjs-core installed, all entry points load except critics, whose error names the missing package', () => {
  expect(entries.length).toBeGreaterThan(11);
  folder = installPackage(dist, '@tensorflow/tfjs-core');
  expect(failures()).toEqual({ 'tfjs-metrics/critics': missing('layers') });
});

test('without TensorFlow.js, the entry points that compute with tensors name the missing package', () => {
  folder = installPackage(dist);
  expect(failures()).toEqual({
    'tfjs-metrics/compat': missing('core'),
    'tfjs-metrics/information': missing('core'),
    'tfjs-metrics/layers': missing('core'),
    'tfjs-metrics/critics': missing('(core|layers)'),
  });
});

test('without TensorFlow.js, the command line runs', () => {
  folder = installPackage(dist);
  const command = join(folder, 'node_modules/tfjs-metrics/dist/cli/main.js');
  const options = ['mi', 'examples/data/digits.csv', '--x', 'cluster', '--y', 'target', '--estimator', 'discrete'];
  expect(execFileSync(process.execPath, [command, ...options], { encoding: 'utf8' })).toContain('nats');
});

test('without TensorFlow.js, mi of many columns names the missing package and how to install it', () => {
  folder = installPackage(dist);
  const command = join(folder, 'node_modules/tfjs-metrics/dist/cli/main.js');
  const columns = ['--x', 'pixel_2_*', '--y', 'pixel_3_*'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'mi', 'examples/data/digits.csv', '--reader', 'stream', ...columns],
    { encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^tfjs-metrics: mi: expected the package @tensorflow\/tfjs-core to train critics/);
  expect(stderr).toContain('npm install @tensorflow/tfjs-core @tensorflow/tfjs-layers @tensorflow/tfjs-backend-wasm');
});

test('with TensorFlow.js and its WebAssembly backend, mi of many columns trains critics', () => {
  folder = installPackage(dist, '@tensorflow/tfjs-core', '@tensorflow/tfjs-layers', '@tensorflow/tfjs-backend-wasm');
  const command = join(folder, 'node_modules/tfjs-metrics/dist/cli/main.js');
  const options = ['--x', 'pixel_2_*', '--y', 'pixel_3_*', '--reader', 'stream', '--max-samples', '100'];
  const said = execFileSync(process.execPath, [command, 'mi', 'examples/data/digits.csv', ...options], {
    encoding: 'utf8',
  });
  expect(said).toContain('verdict: ');
});
