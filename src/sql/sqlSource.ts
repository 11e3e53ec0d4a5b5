import * as z from 'zod/mini';
import { oneOfCheck } from '../inputs/optionCheck.ts';
import type { OptionChecks } from '../inputs/options.ts';
import { quoteName, SQL_DIALECTS, type SqlDialect } from './sqlDialect.ts';

/** Which rows to read. */
export interface SqlSource {
  /**
   * The name of a table or view, or its parts, as in `['schema', 'table']`. DuckDB reads files by their
   * names too: `'labels.parquet'`. It takes a name with `*`, `?` or `[` for a pattern: `'part-*.parquet'`
   * reads all such files, and `'data[1].csv'` reads `data1.csv`.
   */
  readonly from: string | readonly string[];
  /**
   * An SQL condition that rows must meet. It stands in the query as it is: write it yourself, and never
   * put together from what others typed.
   */
  readonly where?: string | undefined;
  /** How names are written; what the runner says when left out, else `'standard'`. */
  readonly dialect?: SqlDialect | undefined;
}

/** The checks of {@link SqlSource}. */
export function sqlSourceChecks(): OptionChecks<SqlSource> {
  return {
    from: z.custom((value) => typeof value === 'string' || (Array.isArray(value) && value.length > 0), {
      error: 'the name of a table, or the list of its parts',
    }),
    where: z.string({ error: 'an SQL condition' }),
    dialect: oneOfCheck(SQL_DIALECTS),
  };
}

/** The rest of a query after what it selects, up to its grouping. */
export function fromClause({ from, where, dialect = 'standard' }: SqlSource): string {
  const parts = typeof from === 'string' ? [from] : from;
  const table = parts.map((part) => quoteName(part, dialect)).join('.');
  return where === undefined ? `FROM ${table}` : `FROM ${table} WHERE (${where})`;
}
