// Refuses to publish with the placeholders of package.json; npm publish runs it.
import { PLACEHOLDER, readRepository } from './build/repository.ts';

const { url } = readRepository();
if (url === PLACEHOLDER) {
  console.error(
    `publish: expected the address of the repository in package.json, got the placeholder ${url}; ` +
      'set it with: npm run set:repository -- URL AUTHOR',
  );
  process.exit(1);
}
