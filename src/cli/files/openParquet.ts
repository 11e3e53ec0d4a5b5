import { quoteName } from '../../sql/sqlDialect.ts';
import { badData } from '../commandError.ts';
import { DuckDbSession, quotePath, type DuckDb } from './duckDb.ts';
import type { FileSource } from './fileSource.ts';
import type { Progress } from './progress.ts';
import type { RowSource } from './tableFile.ts';

const FLOATING_POINT = ['FLOAT', 'DOUBLE'];

/** Opens a Parquet file. */
export async function openParquet(duckDb: DuckDb, { path, name }: FileSource, progress?: Progress): Promise<RowSource> {
  const from = `read_parquet(${quotePath(path)}, hive_partitioning = false)`;
  const failure = (what: string, cause: unknown): Error =>
    badData(`cannot read ${name}${what}: ${(cause as Error).message.split('\n', 1)[0]!}`, { cause });
  async function* explained<Batch>(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
    try {
      yield* batches;
    } catch (cause) {
      throw failure('', cause);
    }
  }
  const session = await DuckDbSession.open(duckDb);
  const typed = await session.columnsOf(from).catch((cause: unknown) => {
    session.close();
    throw failure(' as Parquet', cause);
  });
  const types = new Map(typed.map(({ name: column, type }) => [column, type]));
  const cell = (column: string): string => {
    const value = quoteName(column, 'standard');
    // NaN is a missing value, as in pandas.
    const isFloat = FLOATING_POINT.includes(types.get(column)!);
    return isFloat ? `CASE WHEN NOT isnan(${value}) THEN ${value} END` : value;
  };
  return {
    columns: [...types.keys()],
    rows: (columns) => explained(session.rows(from, columns.map(cell))),
    groups: (columns) => explained(session.groups(from, columns.map(cell), progress)),
    close: session.close,
  };
}
