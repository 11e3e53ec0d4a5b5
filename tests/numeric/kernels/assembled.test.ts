import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import wabt from 'wabt';

const FOLDER = 'src/numeric/kernels';

test.each(readdirSync(FOLDER).filter((file) => file.endsWith('.wat')))(
  'the base64 module of %s equals the assembled source',
  async (file) => {
    const { parseWat } = await wabt();
    const { buffer } = parseWat(file, readFileSync(join(FOLDER, file), 'utf8')).toBinary({});
    const module = readFileSync(join(FOLDER, `${basename(file, '.wat')}Wasm.ts`), 'utf8');
    expect(module).toContain(`'${Buffer.from(buffer).toString('base64')}'`);
    // Chromium compiles at most 4 kB synchronously on the main thread.
    expect(buffer.length).toBeLessThan(4096);
  },
);
