import { methodsCheck } from '../inputs/optionCheck.ts';
import { readArgument } from '../inputs/readArgument.ts';
import type { SqlRow, SqlRunner } from './sqlRunner.ts';

/** What a client of `@clickhouse/client` offers to be queried by. */
export interface ClickHouseClientLike {
  /** Sends a query and asks for the answer as one JSON document. */
  query(request: { query: string; format: 'JSON' }): Promise<ClickHouseAnswerLike>;
}

/** What the client answers. */
export interface ClickHouseAnswerLike {
  /** Reads the document to its end. */
  json(): Promise<unknown>;
}

/** The document: it names each column's type, and ends with the number of rows. */
interface JsonAnswer {
  readonly meta: readonly { readonly name: string; readonly type: string }[];
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly rows: number;
}

/**
 * Returns a runner for ClickHouse, one server or a cluster behind a `Distributed` table.
 *
 * A client can serve any number of queries at once: each one is an HTTP request of its own. With a
 * `session_id`, ClickHouse refuses concurrent queries of the session, and the function that made the query
 * throws; set `max_open_connections: 1` on such a client.
 *
 * @param client - a client of `@clickhouse/client`, or of `@clickhouse/client-web` in a browser.
 * @returns a runner for {@link contingencyFromSql} and the other functions of this entry.
 * @throws {@link MetricInputError} if `client` has no method `query`. Errors of ClickHouse are thrown as
 * {@link SqlQueryError} by the functions that use the runner.
 * @see https://clickhouse.com/docs/integrations/javascript
 *
 * @example
 * ```ts
 * import { createClient } from '@clickhouse/client';
 * import { clickHouseRunner } from 'tfjs-metrics/sql';
 *
 * const run = clickHouseRunner(createClient({ url: 'http://localhost:8123' }));
 * run.dialect; // 'clickHouse'
 * ```
 */
export function clickHouseRunner(client: ClickHouseClientLike): SqlRunner {
  readArgument('client', methodsCheck('a client of @clickhouse/client', 'query'), client);
  const run = async (query: string): Promise<SqlRow[]> => {
    const result = await client.query({ query, format: 'JSON' });
    return readAnswer((await result.json()) as JsonAnswer);
  };
  return Object.assign(run, { dialect: 'clickHouse' as const });
}

function readAnswer({ meta, data, rows }: JsonAnswer): SqlRow[] {
  // An answer that is cut off is no JSON; one that is patched up has another number of rows.
  if (data.length !== rows) throw new Error(`the answer has ${data.length} of ${rows} rows`);
  return data.map((row) =>
    meta.map(({ name, type }) => {
      const value = row[name];
      return typeof value === 'string' && WIDE_INTEGER.test(type) ? BigInt(value) : value;
    }),
  );
}

/** Whole numbers that come as text, for JSON's own are not exact. */
const WIDE_INTEGER = /^(Nullable\()?U?Int(64|128|256)\)?$/;
