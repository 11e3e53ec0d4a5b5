import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { retrievalReport } from 'tfjs-metrics/report';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const random = RandomSource.of(4);
const rows = Array.from({ length: 300 }, (_, i) => {
  const grade = random.integer(4);
  return {
    q: `query ${i % 23}`,
    s: random.uniform() + grade / 3,
    r: i % 23 === 5 ? 0 : grade,
    relevant: i % 23 !== 5 && grade > 1,
    judged: i % 10 === 0 ? -1 : grade,
    some: i % 50 === 49 ? undefined : grade,
    far: -random.uniform(),
  };
});
const columns = Object.keys(rows[0]!);
const csv = [columns, ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');
const FILES = {
  csv: folder.file('results.csv', `${csv}\n`),
  ndjson: folder.file('results.ndjson', rows.map((row) => JSON.stringify(row)).join('\n')),
  parquet: join(folder.path, 'results.parquet'),
};

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (FROM read_csv('${FILES.csv}')) TO '${FILES.parquet}' (FORMAT parquet)`);
  connection.closeSync();
});

const call = (...more: string[]): string[] => ['retrieve', FILES.csv, '--query', 'q', '--score', 's', ...more];
const column = <Name extends keyof (typeof rows)[0]>(name: Name): (typeof rows)[0][Name][] =>
  rows.map((row) => row[name]);
const expected = (target: readonly number[] | readonly boolean[], options: object = {}): unknown =>
  JSON.parse(JSON.stringify(retrievalReport({ preds: column('s'), target, queries: column('q'), ...options })));

async function reported(args: readonly string[]): Promise<unknown> {
  const { code, out, err } = await run([...args, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('tfjs-metrics retrieve', () => {
  test.each([
    ['csv', 'duckdb'],
    ['csv', 'stream'],
    ['ndjson', 'stream'],
    ['parquet', 'duckdb'],
  ] as const)('reports on %s, read by %s', async (format, reader) => {
    const args = ['retrieve', FILES[format], '--query', 'q', '--score', 's', '--reader', reader];
    expect(await reported([...args, '--relevance', 'r'])).toEqual(expected(column('r')));
    expect(await reported([...args, '--relevance', 'relevant'])).toEqual(expected(column('relevant')));
  });

  test('takes the options of the report', async () => {
    const options = [
      '--k',
      '3',
      '--min-relevance',
      '2',
      '--gain',
      'exponential',
      '--on-empty',
      'skip',
      '--worst',
      '3',
      '--title',
      'T',
    ];
    expect(await reported(call('--relevance', 'r', ...options))).toEqual(
      expected(column('r'), {
        topK: 3,
        minRelevance: 2,
        gain: 'exponential',
        onEmptyQuery: 'skip',
        worst: 3,
        title: 'T',
      }),
    );
  });

  test('ranks low numbers first with --ascending', async () => {
    const args = ['retrieve', FILES.csv, '--query', 'q', '--score', 'far', '--relevance', 'r', '--ascending'];
    const preds = column('far').map((value) => -value);
    expect(await reported(args)).toEqual(expected(column('r'), { preds }));
  });

  test('leaves out documents without a judgment or with a missing value', async () => {
    expect(await reported(call('--relevance', 'judged', '--ignore-label', '-1'))).toEqual(
      expected(column('judged'), { ignoreLabel: -1 }),
    );
    const { code, out, err } = await run(call('--relevance', 'some', '--drop-missing', '--format', 'json'));
    expect({ code, err }).toEqual({
      code: 0,
      err: 'tfjs-metrics: left out 6 of 300 rows with a missing value in "s", "q", "some"\n',
    });
    const kept = rows.filter(({ some }) => some !== undefined);
    expect(JSON.parse(out)).toEqual(
      expected(
        column('some').filter((grade) => grade !== undefined),
        {
          ...{ preds: kept.map(({ s }) => s), queries: kept.map(({ q }) => q), leftOut: 6 },
        },
      ),
    );
  });

  test.each(['duckdb', 'stream'] as const)('reads whole numbers as labels of queries, by %s', async (reader) => {
    const path = folder.file('numbers.csv', 'q,s,r\n1,1,0\n1.0,2,1\n10,3,1\n');
    const args = ['retrieve', path, '--query', 'q', '--score', 's', '--relevance', 'r', '--reader', reader];
    expect(await reported(args)).toEqual(expected([0, 1, 1], { preds: [1, 2, 3], queries: [1, 1, 10] }));
    const text = folder.file('text.csv', 'q,s,r\n1,1,0\n01,2,1\nNA,3,1\n');
    const { out, err } = await run(['retrieve', text, ...args.slice(2), '--format', 'json']);
    expect((JSON.parse(out) as { worstQueries: { query: string }[] }).worstQueries.map(({ query }) => query)).toEqual([
      '01',
      'NA',
    ]);
    expect(err).toContain('column "q" has the label "NA"; --na NA treats it as missing');
  });

  test('warns of a reversed order, and of a wrong column of grades, in the words of its options', async () => {
    const lines = Array.from({ length: 40 }, (_, k) => `${k},1,1,0\n${k},2,0,0`);
    const path = folder.file('reversed.csv', `q,s,r,none\n${lines.join('\n')}\n`);
    const args = ['retrieve', path, '--query', 'q', '--score', 's', '--k', '1', '--relevance'];
    const warnings = async (...more: string[]): Promise<string[]> =>
      ((await reported([...args, ...more])) as { warnings: string[] }).warnings;
    expect(await warnings('r', '--ascending')).toEqual([]);
    expect(await warnings('r')).toEqual([
      'By nDCG, the order is worse than a random one: higher scores may mean less relevant documents; if so, use --ascending.',
    ]);
    expect(await warnings('s', '--ascending', '--gain', 'exponential')).toEqual([
      'By nDCG, the order is worse than a random one: lower numbers may mean less relevant documents; if so, leave out --ascending.',
    ]);
    expect(await warnings('none')).toEqual(['No document is relevant, so there are no scores; check --relevance.']);
    expect((await warnings('r', '--min-relevance', '2'))[0]).toBe(
      'No document is relevant, so the only score is nDCG, which uses all grades; check --relevance and --min-relevance.',
    );
  });

  test('prints text, and reads standard input', async () => {
    const { code, out } = await run(['retrieve', '-', '--query', 'q', '--score', 's', '--relevance', 'r'], csv);
    expect(code).toBe(0);
    expect(out).toContain('23 queries, 300 documents');
    expect(out).toContain('1 of 23 queries (4.3 %) has no relevant documents; its scores are 0.');
  });

  test.each([
    [
      ['--relevance', 'judged'],
      1,
      'row 1: expected a grade of relevance from 0 up, true or false, got "-1"; --ignore-label -1 leaves out documents without a judgment',
    ],
    [
      ['--relevance', 'q'],
      1,
      'column "q", row 1: expected a grade of relevance from 0 up, true or false, got "query 0"',
    ],
    [['--relevance', 'some'], 1, 'row 50: expected a value, got a missing one'],
    [
      ['--relevance', 'r', '--on-empty', 'throw'],
      1,
      'results.csv: expected a relevant document in query "query 5" for ndcg, got none; --on-empty skip leaves such queries out',
    ],
    [['--relevance', 'r', '--ignore-label', '0,1,2,3'], 1, 'expected at least one document with a judgment, got none'],
    [['--relevance', 'rel'], 2, 'column'],
    [['--relevance', 'r', '--k', '0'], 2, 'Expected an integer of at least 1'],
    [[], 2, '--relevance'],
    [['--relevance', 'r', '--seed', '1'], 2, "unknown option '--seed'"],
  ])('refuses %j', async (more, code, message) => {
    const answer = await run(call(...more));
    expect(answer.err).toContain(message);
    expect([answer.code, answer.out]).toEqual([code, '']);
  });
});
