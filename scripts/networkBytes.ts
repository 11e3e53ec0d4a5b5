// Measures the network traffic when two ClickHouse servers count 1000 × 1000 labels: npm run measure:network prints
// the table of docs/sql.md.
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { contingencySql } from 'tfjs-metrics/sql';
import { alignedTable } from '../bench/alignedTable.ts';
import { ClickHouseCluster } from '../tests/cluster/clickHouseCluster.ts';

const LABELS = 1000;
const SIZES = [100_000, 1_000_000, 10_000_000];
const LARGE = 10_000_000_000;
const BYTES_PER_ROW = 8;

/** Network traffic of one query, in bytes. */
interface Traffic {
  readonly rows: number;
  readonly pairs: number;
  /** Number of digits of all counts. */
  readonly digits: number;
  readonly answer: number;
  readonly compressed: number;
  /** Answer and traffic between the servers. */
  readonly all: number;
}

const cluster = await ClickHouseCluster.start(2);
const [http] = cluster.shards[0]!.ports;
const traffic: Traffic[] = [];
try {
  for (const rows of SIZES) traffic.push(await measure(rows));
} finally {
  await cluster.stop();
}

const last = traffic.at(-1)!;
const lines = [...traffic.map(lineOf), extrapolated(last)];
const head = ['rows', 'raw rows', 'label pairs', 'answer', 'gzip', 'with shard traffic'];
console.log(alignedTable(head, lines, () => true));

async function measure(rows: number): Promise<Traffic> {
  const name = `labels${rows}`;
  await cluster.everywhere(`CREATE TABLE ${name} (p Int32, t Int32) ENGINE = MergeTree() ORDER BY p`);
  await cluster.everywhere(
    `CREATE TABLE all_${name} AS ${name} ENGINE = Distributed(labels_cluster, default, ${name})`,
  );
  for (const [i, { client }] of cluster.shards.entries()) {
    const label = (seed: number): string => `toInt32(cityHash64(number, ${seed}) % ${LABELS})`;
    await client.command({
      query: `INSERT INTO ${name} SELECT ${label(1)}, ${label(2)}
        FROM (SELECT number * 2 + ${i} AS number FROM system.numbers LIMIT ${rows / 2})`,
    });
  }
  const query = `${contingencySql({ from: `all_${name}`, preds: 'p', target: 't' })} FORMAT JSON`;
  const before = loopbackBytes();
  const answer = await fetchBytes(query, 'identity');
  const all = loopbackBytes() - before;
  const compressed = await fetchBytes(query, 'gzip');
  const { data } = JSON.parse(answer.toString()) as { data: Record<string, string>[] };
  const digits = data.reduce((sum, row) => sum + String(row['count()']).length, 0);
  return {
    rows,
    pairs: data.length,
    digits,
    answer: answer.length,
    compressed: compressed.length,
    all,
  };
}

/** Fetches an answer as transferred, without decompression. */
function fetchBytes(query: string, encoding: string): Promise<Buffer> {
  const url = `http://127.0.0.1:${http}/?enable_http_compression=1&query=${encodeURIComponent(query)}`;
  return new Promise((settle, fail) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => settle(Buffer.concat(chunks)));
    }).on('error', fail);
  });
}

/** Returns the number of bytes received on the loopback interface since boot. */
function loopbackBytes(): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((text) => text.includes('lo:'));
  return Number(line!.trim().split(/\s+/)[1]);
}

function lineOf({ rows, pairs, answer, compressed, all }: Traffic): string[] {
  const sizes = [answer, compressed, all].map(megabytes);
  return [power(rows), megabytes(rows * BYTES_PER_ROW), String(pairs), ...sizes];
}

/** Extrapolates to {@link LARGE} rows: every pair occurs and counts have more digits; nothing else grows. */
function extrapolated({ pairs, digits, answer, compressed, all }: Traffic): string[] {
  const every = LABELS * LABELS;
  const mean = LARGE / every;
  // About half of the counts are below the mean, which is a power of ten.
  const answerThen = ((answer - digits) * every) / pairs + every * (Math.log10(mean) + 0.5);
  const growth = answerThen / answer;
  const sizes = [answerThen, compressed * growth, answerThen + (all - answer) * growth];
  return [`${power(LARGE)}, extrapolated`, megabytes(LARGE * BYTES_PER_ROW), String(every), ...sizes.map(megabytes)];
}

function power(rows: number): string {
  return `10^${Math.log10(rows)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
