import * as z from 'zod/mini';
import { MetricInputError } from '../inputs/metricInputError.ts';

/**
 * Returns the number of columns of the class scores in two batches, of which one may be unknown.
 *
 * @throws {@link MetricInputError} if they differ.
 */
export function commonScoreColumns(before: number | undefined, next: number | undefined): number | undefined {
  if (before === undefined || next === undefined || before === next) return before ?? next;
  throw new MetricInputError(`preds: expected class scores [N, ${before}] as in the batches before, got [N, ${next}]`);
}

/** Returns the property of a snapshot for the number of columns; none if it is unknown. */
export function scoreColumnsOf(columns: number | undefined): { readonly scoreColumns?: number } {
  return columns === undefined ? {} : { scoreColumns: columns };
}

/** Returns the schema of that property. Scores with one column are those of a binary classifier. */
export function scoreColumnsSchema(least: 1 | 2): z.ZodMiniOptional {
  const error = `expected a whole number of at least ${least} columns`;
  return z.optional(z.number({ error }).check(z.int({ error }), z.gte(least, { error })));
}
