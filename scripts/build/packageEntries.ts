import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Returns the source of each entry point that package.json exports: `tfjs-metrics`, `tfjs-metrics/functional`, … */
export function packageEntries(): Map<string, string> {
  const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const entries = Object.keys(exports).filter((entry) => !entry.endsWith('.json'));
  return new Map(entries.map((entry) => [posix.join(name, entry), posix.join('src', entry, 'index.ts')]));
}
