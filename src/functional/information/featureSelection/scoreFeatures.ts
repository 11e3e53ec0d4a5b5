import { yieldToEventLoop } from '../../../numeric/yieldToEventLoop.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { columnsOf, isConstant, type Points } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import type { FeatureSelectionOptions } from './featureSelectionOptions.ts';

/** Score of a feature against the target, given its values and whether they are discrete. */
type FeatureScore = (feature: Points, isDiscrete: boolean) => number;

/** Scores one feature at a time; yields between features, so that the caller can pause. */
export function* scoreFeatures(
  features: Points,
  isDiscrete: readonly boolean[],
  { clip = true, base, onProgress }: FeatureSelectionOptions,
  score: FeatureScore,
): Generator<void, Float64Array> {
  const scores = new Float64Array(features.d);
  for (let j = 0; j < features.d; j++) {
    const feature = columnsOf(features, j, 1);
    const nats = isConstant(feature) ? 0 : score(feature, isDiscrete[j]!);
    scores[j] = inBase(clip ? Math.max(0, nats) : nats, base);
    onProgress?.(j + 1, features.d);
    yield;
  }
  return scores;
}

/** Runs a generator to its end. */
export function runSync(scoring: Generator<void, Float64Array>): Float64Array {
  for (;;) {
    const { done, value } = scoring.next();
    if (done) return value;
  }
}

/** Runs a generator to its end and yields to the event loop between features. */
export async function runAsync(scoring: Generator<void, Float64Array>): Promise<Float64Array> {
  for (;;) {
    const { done, value } = scoring.next();
    if (done) return value;
    await yieldToEventLoop();
  }
}

/** @throws {@link MetricInputError} if the option does not match the number of features. */
export function readDiscreteFeatures(
  owner: string,
  given: FeatureSelectionOptions['discreteFeatures'],
  total: number,
): boolean[] {
  if (!Array.isArray(given)) return new Array<boolean>(total).fill(given === true);
  const list = given as readonly (boolean | number)[];
  const isMask = typeof list[0] === 'boolean';
  const odd = isMask ? undefined : list.find((column) => (column as number) >= total);
  if (odd !== undefined || (isMask && list.length !== total)) {
    const expected = isMask ? `${total} booleans` : `column indices below ${total}`;
    throw new MetricInputError(
      `${owner}: option "discreteFeatures": expected ${expected}, got ${String(odd ?? list.length)}`,
    );
  }
  return Array.from({ length: total }, (_, j) => (isMask ? (list[j] as boolean) : list.includes(j)));
}
