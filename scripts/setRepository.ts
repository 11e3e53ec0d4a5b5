// Sets the address of the repository and the author in package.json: npm run set:repository -- URL AUTHOR.
import { readFileSync, writeFileSync } from 'node:fs';

const [url, author] = process.argv.slice(2);
if (url === undefined || author === undefined || !/^https:\/\/[^/]+\/[^/]+\/[^/]+$/.test(url) || url.endsWith('.git')) {
  console.error(
    'set:repository: expected an address like https://github.com/owner/tfjs-metrics and an author, got ' +
      (process.argv
        .slice(2)
        .map((argument) => JSON.stringify(argument))
        .join(' ') || 'none'),
  );
  process.exit(1);
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as object;
const links = {
  author,
  repository: { type: 'git', url: `git+${url}.git` },
  homepage: `${url}#readme`,
  bugs: `${url}/issues`,
};
writeFileSync('package.json', `${JSON.stringify({ ...manifest, ...links }, undefined, 2)}\n`);
