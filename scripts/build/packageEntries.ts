import { readFileSync } from 'node:fs';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Returns the entry points that package.json exports, without `package.json` itself: `.`, `./functional`, … */
export function packageEntries(): string[] {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  return Object.keys(exports).filter((entry) => !entry.endsWith('.json'));
}
