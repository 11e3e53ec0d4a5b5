import type { NamedScore } from '../metrics/namedScore.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { mapNumbers, numbersOf } from '../metrics/numbersOf.ts';

/** The best of one number, and the epoch that it is of. */
export interface BestEpoch {
  /** The best value; NaN when there is none. */
  readonly value: number;
  /** The epoch that it is of, counted from 0; -1 when there is none. */
  readonly epoch: number;
  /** Why there is none. */
  readonly skipped: string | undefined;
}

/** The best of a value; of one with parts, the best of each of them. */
export type BestEpochs<Value> = Value extends number
  ? BestEpoch
  : { readonly [Part in keyof Value]: BestEpochs<Value[Part]> };

/** The best of the values of epochs, whose numbers are these scores. */
export function bestEpochs<Value>(history: readonly Value[], scores: readonly NamedScore[]): BestEpochs<Value> {
  const numbers = history.map(numbersOf);
  if (numbers.some(({ length }) => length !== scores.length)) {
    throw new MetricStateError('expected values of the same parts in all epochs, and at most 100');
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
  if (epoch === -1) return none(`${name}: NaN in all epochs`);
  return { value: values[epoch]!, epoch, skipped: undefined };
}
