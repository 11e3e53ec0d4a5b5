import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import wabt from 'wabt';
import { SAMPLE_KERNELS_WASM } from '../../../src/numeric/kernels/sampleKernelsWasm.ts';

test('the module that is shipped is the source beside it, assembled', async () => {
  const source = 'src/numeric/kernels/sampleKernels.wat';
  const { parseWat } = await wabt();
  const { buffer } = parseWat(source, readFileSync(source)).toBinary({});
  expect(Buffer.from(buffer).toString('base64')).toBe(SAMPLE_KERNELS_WASM);
  // Chromium compiles no more than 4 kB at once on a page's main thread.
  expect(buffer.length).toBeLessThan(4096);
});
