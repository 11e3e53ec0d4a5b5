import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Builds the package in a new folder. */
export function buildPackage(): string {
  const dist = mkdtempSync(join(tmpdir(), 'built-'));
  // Rolldown cannot run inside Jest.
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', dist], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return dist;
}

/** Installs the built package with its dependencies and these peers in a new folder. */
export function installPackage(dist: string, ...peers: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'));
  const modules = join(folder, 'node_modules');
  cpSync(dist, join(modules, 'tfjs-metrics/dist'), { recursive: true });
  cpSync('package.json', join(modules, 'tfjs-metrics/package.json'));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  for (const name of [...Object.keys(dependencies), ...peers]) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link);
  }
  return folder;
}
