import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Files with the same pairs of labels from 0 to 99, in two formats. */
export interface LabelFiles {
  readonly csv: string;
  readonly parquet: string;
}

const FOLDER = resolve('node_modules/.cache/bench/labels');

/** Creates files of `rows` pairs, half of which agree. The files are cached. */
export function labelFiles(rows: number): LabelFiles {
  const csv = labelFile(rows, 'csv');
  return { csv, parquet: labelFile(rows, 'parquet') };
}

/** Creates a file in one format, in a separate process so that its memory does not count as ours. */
export function labelFile(rows: number, format: 'csv' | 'parquet'): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}/${rows}.${format}`;
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return file;
  const sql = `COPY (
    SELECT hash(i) % 100 AS target, CASE WHEN hash(-i) % 2 = 0 THEN hash(i) % 100 ELSE hash(-i) // 2 % 100 END AS preds
    FROM range(${rows}) AS r(i)) TO '${file}.part' (FORMAT ${format})`;
  const script = `
    import { renameSync } from 'node:fs';
    import { DuckDBInstance } from '@duckdb/node-api';
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(${JSON.stringify(sql)});
    renameSync('${file}.part', '${file}');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  return file;
}
