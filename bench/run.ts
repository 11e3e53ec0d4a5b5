// Prints how fast we are beside other libraries: npm run bench, or npm run bench -- labels for one
// topic. With --check it fails when a target is missed.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchmarkCase, Row } from './benchmarkCase.ts';
import { bootstrap } from './bootstrap.ts';
import { commandLine } from './commandLine.ts';
import { intrinsic } from './intrinsic.ts';
import { labels } from './labels.ts';
import { markdownTable } from './markdownTable.ts';
import { neighbors } from './neighbors.ts';
import { closePeers, peerVersions } from './peers.ts';
import { softMutualInfo } from './softMutualInfo.ts';
import { sql } from './sql.ts';
import { training } from './training.ts';
import { variational } from './variational.ts';

/** Add a topic here; bench/README.md says how. */
const TOPICS: Record<string, readonly BenchmarkCase[]> = {
  bootstrap,
  commandLine,
  intrinsic,
  labels,
  neighbors,
  softMutualInfo,
  sql,
  training,
  variational,
};

/** What the process of one case tells the one that prints. */
interface Measured {
  readonly rows: readonly Row[];
  readonly peerVersions: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, case: { type: 'string' } },
});
if (values.case === undefined) await printTopics(positionals, values.check);
else await measureCase(values.case);

async function printTopics(names: readonly string[], check: boolean): Promise<void> {
  const unknown = names.find((name) => !Object.hasOwn(TOPICS, name));
  if (unknown !== undefined) {
    throw new Error(`expected topics among ${Object.keys(TOPICS).join(', ')}, got ${unknown}`);
  }
  const rows: Row[] = [];
  const versions = new Set<string>();
  for (const topic of names.length > 0 ? names : Object.keys(TOPICS)) {
    for (const [index, { name }] of TOPICS[topic]!.entries()) {
      console.error(`${topic}: ${name} …`);
      const measured = await measureApart(topic, index);
      rows.push(...measured.rows);
      measured.peerVersions.forEach((version) => versions.add(version));
    }
  }
  const missed = rows.filter(({ isMet }) => isMet === false);
  const processors = cpus();
  console.log(
    [`${processors.length} × ${processors[0]?.model}`, `Node ${process.version}`, ...versions].join(
      '; ',
    ),
  );
  console.log(`\n${markdownTable(rows)}\n`);
  console.log('Times: median ± half the distance of the quartiles, rounds of all in turn.');
  const inTotal = rows.filter(({ isMet }) => isMet !== undefined).length;
  console.log(`Targets missed: ${missed.length} of ${inTotal} measured.`);
  missed.forEach(({ what, peer, ratio, ours, target }) =>
    console.log(`- MISSED ${what}: ${peer === '' ? ours : `${ratio} (${peer})`}, target ${target}`),
  );
  if (check && missed.length > 0) process.exitCode = 1;
}

/** In a process of its own: what one case leaves in memory and in compiled code spoils no other. */
async function measureApart(topic: string, index: number): Promise<Measured> {
  const child = fork(process.argv[1]!, ['--case', String(index), topic]);
  let measured: Measured | undefined;
  child.on('message', (message) => (measured = message as Measured));
  await new Promise((settle) => child.on('close', settle));
  if (measured === undefined) throw new Error(`${TOPICS[topic]![index]!.name}: failed, see above`);
  return measured;
}

async function measureCase(index: string): Promise<void> {
  try {
    const rows = await TOPICS[positionals[0]!]![Number(index)]!.measure();
    process.send!({ rows, peerVersions: [...peerVersions] } satisfies Measured);
  } finally {
    closePeers();
    process.disconnect?.();
  }
}
