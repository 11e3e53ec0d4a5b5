import { methodsCheck } from '../../inputs/options/optionCheck.ts';
import { readArgument } from '../../inputs/options/defineOptions.ts';
import type { SqlRow, SqlRunner } from './sqlRunner.ts';

/** The part of a client of `@clickhouse/client` that sends queries. */
export interface ClickHouseClientLike {
  /** Sends a query and requests the result as one JSON document. */
  query(request: { query: string; format: 'JSON' }): Promise<ClickHouseAnswerLike>;
}

/** The part of a result of `@clickhouse/client` that reads the document. */
export interface ClickHouseAnswerLike {
  /** Reads the complete document. */
  json(): Promise<unknown>;
}

/** Result document, with the type of each column and the number of rows. */
interface JsonAnswer {
  readonly meta: readonly { readonly name: string; readonly type: string }[];
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly rows: number;
}

/**
 * Returns a runner for ClickHouse, one server or a cluster behind a `Distributed` table.
 *
 * A client can serve concurrent queries: each is a separate HTTP request. With a `session_id`, ClickHouse rejects
 * concurrent queries of the same session, and the function that sent such a query throws. Set `max_open_connections: 1`
 * on a client with a session.
 *
 * @param client - a client of `@clickhouse/client`, or of `@clickhouse/client-web` in a browser.
 * @returns a runner for {@link contingencyFromSql} and the other functions of this entry.
 * @throws {@link MetricInputError} if `client` has no method `query`. The functions that use the runner throw errors of
 * ClickHouse as {@link SqlQueryError}.
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
  // A truncated document is usually invalid JSON; the row count detects one that was cut between rows.
  if (data.length !== rows) throw new Error(`expected ${rows} rows, got ${data.length}`);
  return data.map((row) =>
    meta.map(({ name, type }) => {
      const value = row[name];
      return typeof value === 'string' && WIDE_INTEGER.test(type) ? BigInt(value) : value;
    }),
  );
}

/** Integer types that ClickHouse sends as strings, because JSON numbers would lose digits. */
const WIDE_INTEGER = /^(Nullable\()?U?Int(64|128|256)\)?$/;
