import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/**
 * How an engine writes names: `'standard'` for DuckDB, PostgreSQL, Trino, Snowflake and SQLite.
 * The queries are otherwise the same for all of them.
 */
export type SqlDialect = 'standard' | 'clickHouse' | 'bigQuery' | 'spark';

const QUOTED: Record<SqlDialect, (name: string) => string> = {
  standard: (name) => `"${name.replaceAll('"', '""')}"`,
  clickHouse: (name) => `"${name.replace(/[\\"]/g, '\\$&')}"`,
  bigQuery: (name) => `\`${name.replace(/[\\`]/g, '\\$&')}\``,
  spark: (name) => `\`${name.replaceAll('`', '``')}\``,
};

/** The known dialects. */
export const SQL_DIALECTS: readonly string[] = /* @__PURE__ */ Object.keys(QUOTED);

/**
 * A name of a column or table, written so that the engine reads it as a name, whatever is in it.
 *
 * @throws {@link MetricInputError} when it can't be one.
 */
export function quoteName(name: unknown, dialect: SqlDialect): string {
  if (typeof name !== 'string' || name === '' || /[\u0000-\u001f]/.test(name)) {
    throw new MetricInputError(
      `expected the name of a column or table, without control characters, got ${describeValue(name)}`,
    );
  }
  return QUOTED[dialect](name);
}
