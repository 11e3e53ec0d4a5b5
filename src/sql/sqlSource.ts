import { quoteName, SQL_DIALECTS, type SqlDialect } from './sqlDialect.ts';
import { defineOptions, type OptionsReader } from '../inputs/options/defineOptions.ts';
import { optionCheck, oneOfCheck, textCheck } from '../inputs/options/optionCheck.ts';

/** Rows to read. */
export interface SqlSource {
  /**
   * The name of a table or view, or its parts, such as `['schema', 'table']`. DuckDB also reads files by name:
   * `'labels.parquet'`. It interprets `*`, `?` and `[` as a glob pattern: `'part-*.parquet'` reads all matching files,
   * and `'data[1].csv'` reads `data1.csv`.
   */
  readonly from: string | readonly string[];
  /**
   * An SQL condition that selects rows. It is inserted into the query verbatim, so never build it from untrusted input.
   */
  readonly where?: string | undefined;
  /** Quoting style of names. Default: the dialect of the runner, or `'standard'`. */
  readonly dialect?: SqlDialect | undefined;
}

/** Reads {@link SqlSource}. */
export const sqlSource: OptionsReader<SqlSource> = /* @__PURE__ */ defineOptions('SqlSource', () => ({
  from: optionCheck(
    (value) => typeof value === 'string' || (Array.isArray(value) && value.length > 0),
    'the name of a table, or a non-empty array of its parts',
  ),
  where: textCheck('an SQL condition'),
  dialect: oneOfCheck(SQL_DIALECTS),
}));

/** Returns the `FROM` and `WHERE` clauses of a query. */
export function fromClause({ from, where, dialect = 'standard' }: SqlSource): string {
  const parts = typeof from === 'string' ? [from] : from;
  const table = parts.map((part) => quoteName(part, dialect)).join('.');
  return where === undefined ? `FROM ${table}` : `FROM ${table} WHERE (${where})`;
}
