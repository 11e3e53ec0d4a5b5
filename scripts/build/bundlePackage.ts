import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { rolldown, type CodeSplittingGroup, type OutputChunk } from 'rolldown';
import { commonJsTwin } from './commonJsTwin.ts';
import { lineMappings } from './lineMappings.ts';
import { packageEntries } from './packageEntries.ts';
import { readRepository } from './repository.ts';
import { thirdPartyLicenses } from './thirdPartyLicenses.ts';

const COMMAND_LINE = 'cli/main';
/** Entries whose scores and metrics the main entry exports too. */
const FIELDS = ['classification', 'clustering', 'information', 'nominal', 'regression', 'retrieval'];
/** Packages that the bundles import at run time. All others that `src` imports are bundled. */
const EXTERNAL = [/^node:/, /^@(clickhouse|duckdb|tensorflow)\//, 'vega', 'vega-lite', 'cli-progress', 'commander'];
/** A call at the top level of a module, which bundlers keep wherever the module is loaded. */
const SIDE_EFFECT = /^[a-zA-Z]+\(.*\);$/m;

/**
 * Writes the package's JavaScript: ES modules for bundlers and the command line, and CommonJS modules, which Node.js
 * loads for `import` and `require`.
 *
 * Shared code is in `chunks`: many for bundlers, so that they can drop each score by itself; few for Node.js, which
 * takes longer to load many files than to parse their code. `require` loads a chunk when a name of it is first read;
 * `import` reads all names. Only the chunks for Node.js have source maps, to keep the package small.
 */
export async function bundlePackage(folder: string): Promise<void> {
  const entries = [...packageEntries().values()].map(outputName);
  const chunks = await generateChunks(
    [...entries, ...modulesWithSideEffects(), COMMAND_LINE],
    // Without these groups, each small module that several entries share would be a file of a few hundred bytes.
    ['numeric', 'inputs'].map((name) => ({ name, test: new RegExp(`/src/${name}/`) })),
  );
  for (const file of filesLoadedBy([...entries, COMMAND_LINE], chunks)) {
    write(join(folder, file), chunks.get(file)!.code.replace(MAP_LINK, ''));
  }
  const modulesOf = new Map(entries.map((entry) => [entry, modulesLoadedBy(entry, chunks)]));
  const forNode = await generateChunks(entries, chunksForNode(modulesOf));
  for (const [file, { code, map }] of forNode) {
    const twin = file.replace(/\.js$/, '.cjs');
    write(
      join(folder, twin),
      commonJsTwin(code.replace(MAP_LINK, `//# sourceMappingURL=${posix.basename(twin)}.map\n`)),
    );
    // Files that only export others' names have no map.
    if (map) write(join(folder, `${twin}.map`), linkedMap(map));
  }
  const modules = [...chunks.values()].flatMap(({ moduleIds }) => moduleIds);
  write(join(folder, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses(modules));
}

/**
 * Returns the chunks for Node.js: `clusteringScores` has what only this field's functions load, `clusteringMetrics` what
 * only its classes load. What several fields load is in `shared…`, the rest of the main entry in `other…`.
 */
function chunksForNode(modulesOf: ReadonlyMap<string, ReadonlySet<string>>): CodeSplittingGroup[] {
  const chunkOf = (module: string): string | undefined => {
    const isLoadedBy = (entry: string): boolean => modulesOf.get(entry)!.has(module);
    if (!isLoadedBy('index')) return undefined;
    const [field = 'other', ...others] = FIELDS.filter((name) => isLoadedBy(`${name}/index`));
    return (others.length > 0 ? 'shared' : field) + (isLoadedBy('functional/index') ? 'Scores' : 'Metrics');
  };
  // A group also takes the dependencies of its modules that no group before it has.
  return ['shared', ...FIELDS, 'other']
    .flatMap((part) => [`${part}Scores`, `${part}Metrics`])
    .map((name) => ({ name, test: (module) => chunkOf(module) === name }));
}

/** Bundles entries, with one chunk for the shared modules of each group. */
async function generateChunks(
  entries: readonly string[],
  groups: CodeSplittingGroup[],
): Promise<Map<string, OutputChunk>> {
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((name) => [name, posix.join('src', `${name}.ts`)])),
    platform: 'node',
    external: EXTERNAL,
  });
  const { output } = await bundle.generate({
    format: 'es',
    sourcemap: true,
    comments: { annotation: true, jsdoc: false, legal: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: { groups },
    // Short names can be keywords, such as `as`, which commonJsTwin would not read.
    minifyInternalExports: false,
  });
  return new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
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

/** Returns the modules that an entry loads, directly or not. */
function modulesLoadedBy(entry: string, chunks: ReadonlyMap<string, OutputChunk>): Set<string> {
  return new Set([...filesLoadedBy([entry], chunks)].flatMap((file) => chunks.get(file)!.moduleIds));
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
 * Returns a source map of lines, whose sources are files of the repository at the tag of the version. Their text would
 * be a third of the package.
 */
function linkedMap({ sources, mappings }: NonNullable<OutputChunk['map']>): string {
  const { url, version } = readRepository();
  const inRepository = sources.map((source) => source.replace(/^(\.\.\/)+/, ''));
  return JSON.stringify({
    version: 3,
    sourceRoot: `${url}/raw/v${version}/`,
    sources: inRepository,
    mappings: lineMappings(mappings),
  });
}
