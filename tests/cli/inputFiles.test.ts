import { execFileSync, spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from '@jest/globals';
import { builtCommand } from './builtCommand.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const [node, ...command] = builtCommand();
const LABELS = ['--x', 'p', '--y', 't', '--estimator', 'discrete', '--format', 'json'];
const ROWS = 200_000;
const large = folder.file(
  'large.csv',
  `p,t\n${Array.from({ length: ROWS }, (_, i) => `${i % 7},${i % 5}\n`).join('')}`,
);

async function samplesOf(path: string, ...options: string[]): Promise<number> {
  const { code, out, err } = await run(['mi', path, ...LABELS, ...options]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return (JSON.parse(out) as { samples: number }).samples;
}

describe.each(['duckdb', 'stream'])('with --reader %s', (reader) => {
  test('a named pipe is read once and completely', async () => {
    const path = join(folder.path, `${reader}.fifo`);
    execFileSync('mkfifo', [path]);
    const [samples] = await Promise.all([
      samplesOf(path, '--reader', reader),
      pipeline(createReadStream(large), createWriteStream(path)),
    ]);
    expect(samples).toBe(ROWS);
  });

  // DuckDB interprets each as a pattern, a partition key or a URL.
  const names = [
    'data[1].csv',
    'a*.csv',
    'b?.csv',
    '[!c].csv',
    '**.csv',
    '\\*.csv',
    'd\\[1].csv',
    '{e,f}.csv',
    '~.csv',
    "it's.csv",
    '"quoted".csv',
    'line\nend.csv',
    'é👍[x].csv',
    'http:/host/x.csv',
    's3:/bucket/x.csv',
    'key=1/x.csv',
    'folder[1]/x.csv',
  ];

  test('special characters in a file name are literal', async () => {
    const inside = (name: string): string => join(folder.path, `names-${reader}`, name);
    const write = (name: string, rows: number): void => {
      mkdirSync(dirname(inside(name)), { recursive: true });
      writeFileSync(inside(name), `p,t\n${'1,2\n'.repeat(rows)}`);
    };
    // Other files that the patterns would match.
    for (const other of [
      'data1.csv',
      'ab.csv',
      'b1.csv',
      'c.csv',
      'd.csv',
      '*.csv',
      'd1.csv',
      'e.csv',
      'f.csv',
      'folder1/x.csv',
    ])
      write(other, 100);
    names.forEach((name, i) => write(name, i + 1));
    const counts: number[] = [];
    for (const name of names) counts.push(await samplesOf(inside(name), '--reader', reader));
    expect(counts).toEqual(names.map((_, i) => i + 1));
  });
});

test('special characters in the name of a Parquet file are literal, and a key in its path is not a column', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const names = ['x[1].parquet', 'x1.parquet', 'x*.parquet', 'x\\*.parquet', 'p=3/x.parquet'];
  mkdirSync(join(folder.path, 'p=3'));
  for (const [i, name] of names.entries()) {
    const plain = join(folder.path, 'plain.parquet');
    await connection.run(`COPY (SELECT 1 AS q, 2 AS t FROM range(${i + 1})) TO '${plain}' (FORMAT parquet)`);
    await pipeline(createReadStream(plain), createWriteStream(join(folder.path, name)));
  }
  connection.closeSync();
  const read = (name: string, x: string): ReturnType<typeof run> =>
    run(['mi', join(folder.path, name), '--x', x, '--y', 't', '--estimator', 'discrete', '--format', 'json']);
  for (const [i, name] of names.entries()) {
    expect(JSON.parse((await read(name, 'q')).out)).toHaveProperty('samples', i + 1);
  }
  expect((await read('p=3/x.parquet', 'p')).err).toContain('expected a column "p", got none');
});

test.each(['SIGHUP', 'SIGTERM', 'SIGKILL'] as const)('%s leaves no copy of standard input', async (signal) => {
  const temporary = join(folder.path, signal);
  mkdirSync(temporary);
  const child = spawn(node!, [...command, 'mi', '-', ...LABELS], { env: { ...process.env, TMPDIR: temporary } });
  const ended = new Promise((settle) => child.on('close', (_, by) => settle(by)));
  child.stdin.write('p,t\n');
  // More than a pipe buffers: once it is accepted, the command is copying.
  await new Promise((settle) => child.stdin.write('1,2\n'.repeat(500_000), settle));
  child.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(temporary).filter((name) => name.startsWith('tfjs-metrics-'))).toEqual([]);
});
