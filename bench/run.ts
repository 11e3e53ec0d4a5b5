// Compares the speed of tfjs-metrics with other libraries: npm run bench, or npm run bench -- labels for one topic.
// The exit code is 1 if a case failed or, with --check, if a target was missed.
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Row } from './benchmarkCase.ts';
import { markdownTable } from './markdownTable.ts';
import { measureTopic } from './measureTopic.ts';

const OUT = 'node_modules/.cache/bench/modules';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    topics: { type: 'string', default: 'bench/topics' },
  },
});

const topics = readdirSync(values.topics).map((file) => basename(file, '.ts'));
const unknown = positionals.find((name) => !topics.includes(name));
if (unknown !== undefined) {
  throw new Error(`topics: expected some of ${topics.join(', ')}, got ${unknown}`);
}
const compiled = await compileTopics();
const rows: Row[] = [];
const versions = new Set<string>();
for (const topic of positionals.length > 0 ? positionals : topics) {
  const modules = {
    measureCase: compiled('bench/measureCase'),
    topic: compiled(join(values.topics, topic)),
  };
  for await (const measured of measureTopic(topic, modules)) {
    rows.push(...measured.rows);
    measured.peerVersions.forEach((version) => versions.add(version));
  }
}
printTable();
const failed = rows.filter(({ isFailed }) => isFailed);
const missed = rows.filter(({ isMet }) => isMet === false);
printSummary();
if (failed.length > 0 || (values.check && missed.length > 0)) process.exitCode = 1;

/** Compiles all modules of the cases ahead of time and returns a function that gives the URL of a module. */
async function compileTopics(): Promise<(module: string) => URL> {
  await build({
    entryPoints: [
      'bench/measureCase.ts',
      ...topics.map((topic) => join(values.topics, `${topic}.ts`)),
      'examples/scorePart.ts',
      'bench/silhouetteWorker.ts',
    ],
    bundle: true,
    // Each topic loads what it imports, and shares the peers with measureCase.ts.
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outbase: '.',
    outdir: OUT,
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  return (module) => pathToFileURL(resolve(OUT, `${module}.mjs`));
}

function printTable(): void {
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model}`;
  console.log([machine, `Node ${process.version}`, ...versions].join('; '));
  console.log(`\n${markdownTable(rows)}\n`);
}

function printSummary(): void {
  console.log(
    'Times: median ± half the interquartile range over interleaved rounds, or the fastest round where it says so.',
  );
  const inTotal = rows.filter(({ isMet }) => isMet !== undefined).length;
  console.log(`Targets missed: ${missed.length} of ${inTotal} measured.`);
  for (const { what, peer, ratio, ours, target } of missed) {
    console.log(`- MISSED ${what}: ${peer === '' ? ours : `${ratio} (${peer})`}, target ${target}`);
  }
  console.log(`Failed: ${failed.length} of ${rows.length} rows.`);
  for (const { what, peer, ours, theirs } of failed) {
    console.log(`- FAILED ${what}: ${peer === '' ? ours : `${theirs} (${peer})`}`);
  }
}
