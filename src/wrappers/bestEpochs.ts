import type { NamedScore } from '../metrics/namedScore.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { mapNumbers, numbersOf } from '../metrics/numbersOf.ts';

/** Best value of one number, with its epoch. */
export interface BestEpoch {
  /** Best value, or NaN if `skipped` is set. */
  readonly value: number;
  /** Zero-based epoch of the best value, or -1 if `skipped` is set. */
  readonly epoch: number;
  /** Reason why there is no best value. Undefined if there is one. */
  readonly skipped: string | undefined;
}

/** Best epoch of a value. For a value with parts, the best epoch of each part. */
export type BestEpochs<Value> = Value extends number
  ? BestEpoch
  : { readonly [Part in keyof Value]: BestEpochs<Value[Part]> };

/** Returns the best of the values of all epochs. `scores` describes the numbers in a value. */
export function bestEpochs<Value>(history: readonly Value[], scores: readonly NamedScore[]): BestEpochs<Value> {
  const numbers = history.map(numbersOf);
  if (numbers.some(({ length }) => length !== scores.length)) {
    throw new MetricStateError(
      'MetricTracker: expected the same parts in the values of all epochs, at most 100, got others',
    );
  }
  return mapNumbers(history[0], (_, k) =>
    bestEpoch(
      numbers.map((values) => values[k]!),
      scores[k]!,
    ),
  ) as BestEpochs<Value>;
}

function bestEpoch(values: readonly number[], { name, higherIsBetter }: NamedScore): BestEpoch {
  const none = (skipped: string): BestEpoch => ({ value: NaN, epoch: -1, skipped });
  if (higherIsBetter == null) return none(`${name}: neither larger nor smaller values are better`);
  let epoch = -1;
  for (const [k, value] of values.entries()) {
    const best = values[epoch];
    const isBetter = best === undefined || (higherIsBetter ? value > best : value < best);
    if (isBetter && !Number.isNaN(value)) epoch = k;
  }
  if (epoch === -1) return none(`${name}: the value is NaN in all epochs`);
  return { value: values[epoch]!, epoch, skipped: undefined };
}
