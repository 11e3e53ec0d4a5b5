import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

interface Stats {
  toJson(options: object): { readonly warnings: readonly Problem[]; readonly errors: readonly Problem[] };
}

interface Problem {
  readonly message: string;
}

type Webpack = (options: object, done: (error: Error | null, stats?: Stats) => void) => void;

/** Bundles the project in this folder by webpack for browsers, and throws if there is a warning. */
export async function bundleByWebpack(folder: string): Promise<void> {
  // TypeScript needs no types of webpack for this one call.
  const webpack = createRequire(import.meta.url)('webpack') as Webpack;
  const stats = await new Promise<Stats>((resolve, reject) => {
    // The size of a bundle that has nothing of the page's own is no concern.
    const performance = { hints: false };
    webpack({ mode: 'production', context: folder, entry: './index.js', performance }, (error, result) => {
      if (error) reject(error);
      else resolve(result!);
    });
  });
  const { warnings, errors } = stats.toJson({ all: false, warnings: true, errors: true });
  const problems = [...errors, ...warnings].map(({ message }) => message);
  assert.deepEqual(problems, []);
}
