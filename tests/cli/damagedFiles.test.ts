import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from '@jest/globals';
import { CommandError } from '../../src/cli/commandError.ts';
import { withTable } from '../../src/cli/files/withTable.ts';
import { readLabels } from '../../src/cli/files/readLabels.ts';
import { readNumberRows } from '../../src/cli/files/readNumberRows.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const streams = { stdin: process.stdin, stderr: new PassThrough() };

test('a partly damaged Parquet file gives an error instead of fewer rows', async () => {
  const path = join(folder.path, 'damaged.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (SELECT hash(i) % 1000003 AS x FROM range(200000) AS r(i))
    TO '${path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000)`);
  connection.closeSync();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xff, bytes.length >> 1, (3 * bytes.length) >> 2));
  await expect(withTable(path, {}, streams, (file) => readLabels(file, ['x'], false))).rejects.toThrow(CommandError);
  // DuckDB reports the damage only if it reads the damaged part before it returns the first rows.
  await expect(
    withTable(path, {}, streams, async (file) => {
      for await (const rows of readNumberRows(file, ['x'])) void rows;
    }),
  ).rejects.toThrow(/cannot read .*: (expected 200000 rows, got|.*ZSTD)/);
});
