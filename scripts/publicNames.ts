// Stores the names that users can import, so that a change of them shows in a diff: npm run fixture:names.
import { writeFileSync } from 'node:fs';
import { publicNames } from '../tests/package/publicSymbols.ts';

writeFileSync(new URL('../tests/package/publicNames.txt', import.meta.url), publicNames());
