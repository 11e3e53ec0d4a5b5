// Assembles each .wat file of src/numeric/kernels into a module beside it: npm run build:kernels
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import wabt from 'wabt';

const FOLDER = 'src/numeric/kernels';

const { parseWat } = await wabt();
for (const file of readdirSync(FOLDER)) {
  if (!file.endsWith('.wat')) continue;
  const name = basename(file, '.wat');
  const { buffer } = parseWat(file, readFileSync(join(FOLDER, file), 'utf8')).toBinary({});
  const constant = `${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_WASM`;
  writeFileSync(
    join(FOLDER, `${name}Wasm.ts`),
    `/** Base64 of ${file}, assembled by \`npm run build:kernels\`. */
export const ${constant} =
  '${Buffer.from(buffer).toString('base64')}';
`,
  );
}
