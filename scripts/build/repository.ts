import { readFileSync } from 'node:fs';

/** Address of the repository until `npm run set:repository` sets it. */
export const PLACEHOLDER = 'https://github.com/tfjs-metrics/tfjs-metrics';

/** Returns the address of the repository and the version in package.json. */
export function readRepository(): { readonly url: string; readonly version: string } {
  const { repository, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly repository: { readonly url: string };
    readonly version: string;
  };
  return { url: repository.url.replace(/^git\+(.*)\.git$/, '$1'), version };
}
