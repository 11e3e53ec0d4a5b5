import { inputError } from '../inputs/metricInputError.ts';

/**
 * Quoting style of names. `'standard'` is for DuckDB, PostgreSQL, Trino, Snowflake and SQLite. Apart from the quotes,
 * the queries are the same for all engines.
 */
export type SqlDialect = 'standard' | 'clickHouse' | 'bigQuery' | 'spark';

const QUOTED: Record<SqlDialect, (name: string) => string> = {
  standard: (name) => `"${name.replaceAll('"', '""')}"`,
  clickHouse: (name) => `"${name.replace(/[\\"]/g, '\\$&')}"`,
  bigQuery: (name) => `\`${name.replace(/[\\`]/g, '\\$&')}\``,
  spark: (name) => `\`${name.replaceAll('`', '``')}\``,
};

/** The supported dialects. */
export const SQL_DIALECTS: readonly string[] = /* @__PURE__ */ Object.keys(QUOTED);

/**
 * Quotes the name of a column or table, so that any characters in it are safe.
 *
 * @throws {@link MetricInputError} if the name is empty or contains control characters.
 */
export function quoteName(name: unknown, dialect: SqlDialect): string {
  if (typeof name !== 'string' || name === '' || /[\u0000-\u001f]/.test(name)) {
    throw inputError('SQL name', 'the name of a column or table (not empty, no control characters)', name);
  }
  return QUOTED[dialect](name);
}
