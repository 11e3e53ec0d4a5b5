import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { SqlRunner } from './sqlRunner.ts';

/** @throws {@link MetricInputError} if `run` is not a function, or `query` is not an object. */
export function requireQuery(owner: string, run: SqlRunner, query: object): void {
  if (typeof run !== 'function') {
    throw new MetricInputError(`${owner}: expected a runner (a function from SQL to rows), got ${describeValue(run)}`);
  }
  if (typeof query !== 'object' || (query as unknown) === null) {
    throw new MetricInputError(`${owner}: expected an object of options, got ${describeValue(query)}`);
  }
}
