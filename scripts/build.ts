// Builds the JavaScript of the package from `src`: tsx scripts/build.ts [FOLDER].
import { rmSync } from 'node:fs';
import { bundlePackage } from './build/bundlePackage.ts';

const folder = process.argv[2] ?? 'dist';

rmSync(folder, { recursive: true, force: true });
await bundlePackage(folder);
