import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { absoluteLinks, relativeLinks } from '../../scripts/build/readmeLinks.ts';

const BASE = 'https://example.org/owner/name/blob/v1.0.0/';

test('links to files of the repository become absolute, and others are unchanged', () => {
  expect(absoluteLinks('[a](docs/a.md#b) ![c](images/c.png) [d](https://d.org) [e](#e)', BASE)).toBe(
    `[a](${BASE}docs/a.md#b) ![c](${BASE}images/c.png) [d](https://d.org) [e](#e)`,
  );
});

test('the README has only absolute links when packed, and is unchanged afterwards', () => {
  const readme = readFileSync('README.md', 'utf8');
  const packed = absoluteLinks(readme, BASE);
  expect(packed).toContain(`](${BASE}docs/`);
  expect(packed).not.toMatch(/\]\((?!https:|#)/);
  expect(absoluteLinks(packed, BASE)).toBe(packed);
  expect(relativeLinks(packed, BASE)).toBe(readme);
});

test('homepage and bugs are pages of the repository', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly repository: { readonly url: string };
    readonly homepage: string;
    readonly bugs: string;
  };
  const address = manifest.repository.url.replace(/^git\+(.*)\.git$/, '$1');
  expect(manifest.homepage).toBe(`${address}#readme`);
  expect(manifest.bugs).toBe(`${address}/issues`);
});
