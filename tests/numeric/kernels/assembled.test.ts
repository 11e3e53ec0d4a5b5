import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import wabt from 'wabt';
import { SAMPLE_KERNELS_WASM } from '../../../src/numeric/kernels/sampleKernelsWasm.ts';

test('the base64 module equals the assembled .wat source', async () => {
  const source = 'src/numeric/kernels/sampleKernels.wat';
  const { parseWat } = await wabt();
  const { buffer } = parseWat(source, readFileSync(source)).toBinary({});
  expect(Buffer.from(buffer).toString('base64')).toBe(SAMPLE_KERNELS_WASM);
  // Chromium compiles at most 4 kB synchronously on the main thread.
  expect(buffer.length).toBeLessThan(4096);
});
