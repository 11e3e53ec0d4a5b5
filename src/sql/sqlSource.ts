import * as z from 'zod/mini';
import { oneOfCheck } from '../inputs/optionCheck.ts';
import type { OptionChecks } from '../inputs/options.ts';
import { quoteName, SQL_DIALECTS, type SqlDialect } from './sqlDialect.ts';

/** Rows to read. */
export interface SqlSource {
  /**
   * The name of a table or view, or its parts, such as `['schema', 'table']`. DuckDB also reads files by name:
   * `'labels.parquet'`. It interprets `*`, `?` and `[` as a glob pattern: `'part-*.parquet'` reads all matching files, and
   * `'data[1].csv'` reads `data1.csv`.
   */
  readonly from: string | readonly string[];
  /**
   * An SQL condition that selects rows. It is inserted into the query verbatim, so never build it from untrusted input.
   */
  readonly where?: string | undefined;
  /** Quoting style of names. Default: the dialect of the runner, or `'standard'`. */
  readonly dialect?: SqlDialect | undefined;
}

/** Returns the checks of {@link SqlSource}. */
export function sqlSourceChecks(): OptionChecks<SqlSource> {
  return {
    from: z.custom((value) => typeof value === 'string' || (Array.isArray(value) && value.length > 0), {
      error: 'the name of a table, or a non-empty array of its parts',
    }),
    where: z.string({ error: 'an SQL condition' }),
    dialect: oneOfCheck(SQL_DIALECTS),
  };
}

/** Returns the `FROM` and `WHERE` clauses of a query. */
export function fromClause({ from, where, dialect = 'standard' }: SqlSource): string {
  const parts = typeof from === 'string' ? [from] : from;
  const table = parts.map((part) => quoteName(part, dialect)).join('.');
  return where === undefined ? `FROM ${table}` : `FROM ${table} WHERE (${where})`;
}
