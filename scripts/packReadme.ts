// Makes the links of the README absolute before packing, and relative again afterwards: npm pack.
import { readFileSync, writeFileSync } from 'node:fs';
import { absoluteLinks, relativeLinks } from './build/readmeLinks.ts';
import { readRepository } from './build/repository.ts';

const { url, version } = readRepository();
const base = `${url}/blob/v${version}/`;
const convert = process.argv[2] === '--restore' ? relativeLinks : absoluteLinks;
writeFileSync('README.md', convert(readFileSync('README.md', 'utf8'), base));
