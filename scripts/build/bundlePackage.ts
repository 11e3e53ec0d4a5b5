import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { rolldown, type OutputChunk } from 'rolldown';
import { commonJsTwin } from './commonJsTwin.ts';
import { packageEntries } from './packageEntries.ts';
import { readRepository } from './repository.ts';
import { thirdPartyLicenses } from './thirdPartyLicenses.ts';

const COMMAND_LINE = 'cli/main';
/** Packages that the bundles import at run time. All others that `src` imports are bundled. */
const EXTERNAL = [/^node:/, /^@(clickhouse|duckdb|tensorflow)\//, 'vega', 'vega-lite', 'cli-progress', 'commander'];
/** A call at the top level of a module, which bundlers keep wherever the module is loaded. */
const SIDE_EFFECT = /^[a-zA-Z]+\(.*\);$/m;

/**
 * Writes the package's JavaScript: ES modules, and CommonJS twins of those that the entries load. One source map
 * serves both.
 *
 * Node loads a few bundles in a quarter of the time that it takes for all modules. Shared code is in `chunks`.
 */
export async function bundlePackage(folder: string): Promise<void> {
  const entries = [...packageEntries().values()].map(outputName);
  const bundle = await rolldown({
    input: Object.fromEntries(
      [...entries, ...modulesWithSideEffects(), COMMAND_LINE].map((name) => [name, posix.join('src', `${name}.ts`)]),
    ),
    platform: 'node',
    external: EXTERNAL,
  });
  const { output } = await bundle.generate({
    format: 'es',
    sourcemap: true,
    comments: { annotation: true, jsdoc: false, legal: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // Without these groups, each small module that several entries share would be three files of a few hundred bytes.
    codeSplitting: {
      groups: ['numeric', 'inputs'].map((name) => ({ name, test: new RegExp(`/src/${name}/`) })),
    },
  });
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const library = filesLoadedBy(entries, chunks);
  for (const file of new Set([...library, ...filesLoadedBy([COMMAND_LINE], chunks)])) {
    const { code, map } = chunks.get(file)!;
    // Node.js applies source maps only on request, so the command line has none.
    if (!library.has(file)) {
      write(join(folder, file), code.replace(MAP_LINK, ''));
      continue;
    }
    write(join(folder, file), code);
    // Files that only export others' names have no map.
    if (map) write(join(folder, `${file}.map`), linkedMap(map));
    write(join(folder, file.replace(/\.js$/, '.cjs')), commonJsTwin(code));
  }
  const modules = [...chunks.values()].flatMap(({ moduleIds }) => moduleIds);
  write(join(folder, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses(modules));
}

/** Comment that links a file to its source map. */
const MAP_LINK = /^\/\/# sourceMappingURL=.*\n?/m;

/** Returns the modules that need a file of their own, so that users' bundlers can drop each of them by itself. */
function modulesWithSideEffects(): string[] {
  return readdirSync('src/functional', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && SIDE_EFFECT.test(readFileSync(join('src/functional', file), 'utf8')))
    .map((file) => outputName(posix.join('src/functional', file)));
}

/** Returns the name of a source in `src` and of its output, without extension. */
function outputName(source: string): string {
  return source.replace(/^src\/(.*)\.ts$/, '$1');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Returns the output files that these entries load, directly or not. */
function filesLoadedBy(entries: readonly string[], chunks: ReadonlyMap<string, OutputChunk>): Set<string> {
  const files = new Set<string>();
  const add = (file: string): void => {
    const chunk = chunks.get(file);
    if (chunk === undefined || files.has(file)) return;
    files.add(file);
    [...chunk.imports, ...chunk.dynamicImports].forEach(add);
  };
  entries.forEach((entry) => {
    add(`${entry}.js`);
  });
  return files;
}

/**
 * Returns a source map whose sources are files of the repository at the tag of the version. Their text would be a third
 * of the package.
 */
function linkedMap({ sources, mappings }: NonNullable<OutputChunk['map']>): string {
  const { url, version } = readRepository();
  const inRepository = sources.map((source) => source.replace(/^(\.\.\/)+/, ''));
  return JSON.stringify({ version: 3, sourceRoot: `${url}/raw/v${version}/`, sources: inRepository, mappings });
}
