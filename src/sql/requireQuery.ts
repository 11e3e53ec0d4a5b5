import { inputError } from '../inputs/metricInputError.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';

/** @throws {@link MetricInputError} if `run` is not a function, or `query` is not an object. */
export function requireQuery(owner: string, run: SqlRunner, query: object): void {
  if (typeof run !== 'function') {
    throw inputError(owner, 'a runner (a function from SQL to rows)', run);
  }
  if (typeof query !== 'object' || (query as unknown) === null) {
    throw inputError(owner, 'an object of options', query);
  }
}
