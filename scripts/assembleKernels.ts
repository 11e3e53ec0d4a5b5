// Assembles src/numeric/kernels/sampleKernels.wat into sampleKernelsWasm.ts: npm run build:kernels
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const SOURCE = 'src/numeric/kernels/sampleKernels.wat';
const TARGET = 'src/numeric/kernels/sampleKernelsWasm.ts';

const { parseWat } = await wabt();
const { buffer } = parseWat(SOURCE, readFileSync(SOURCE)).toBinary({});
writeFileSync(
  TARGET,
  `/** Base64 of sampleKernels.wat, assembled by \`npm run build:kernels\`. */
export const SAMPLE_KERNELS_WASM =
  '${Buffer.from(buffer).toString('base64')}';
`,
);
