// Makes the links of the README absolute before packing, and relative again afterwards: npm pack.
import { readFileSync, writeFileSync } from 'node:fs';
import { absoluteLinks, relativeLinks } from './build/readmeLinks.ts';

const { repository, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly repository: { readonly url: string };
  readonly version: string;
};
const base = `${repository.url.replace(/^git\+(.*)\.git$/, '$1')}/blob/v${version}/`;
const convert = process.argv[2] === '--restore' ? relativeLinks : absoluteLinks;
writeFileSync('README.md', convert(readFileSync('README.md', 'utf8'), base));
