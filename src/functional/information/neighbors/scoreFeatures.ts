import { yieldToEventLoop } from '../../../numeric/yieldToEventLoop.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { columnsOf, isConstant, type Points } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import type { FeatureSelectionOptions } from './featureSelectionOptions.ts';

/** How a feature is scored against the target: its values, and whether they are discrete. */
export type FeatureScore = (feature: Points, isDiscrete: boolean) => number;

/** Scores feature after feature; between them it can be left for a while. */
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

/** Runs through at once. */
export function runSync(scoring: Generator<void, Float64Array>): Float64Array {
  for (;;) {
    const { done, value } = scoring.next();
    if (done) return value;
  }
}

/** Runs through, and lets the page or server do other things between two features. */
export async function runAsync(scoring: Generator<void, Float64Array>): Promise<Float64Array> {
  for (;;) {
    const { done, value } = scoring.next();
    if (done) return value;
    await yieldToEventLoop();
  }
}

/** @throws {@link MetricInputError} when the option names other features than there are. */
export function readDiscreteFeatures(
  owner: string,
  marks: FeatureSelectionOptions['discreteFeatures'],
  total: number,
): boolean[] {
  if (!Array.isArray(marks)) return new Array<boolean>(total).fill(marks === true);
  const list = marks as readonly (boolean | number)[];
  const isMask = typeof list[0] === 'boolean';
  const odd = isMask ? undefined : list.find((column) => (column as number) >= total);
  if (odd !== undefined || (isMask && list.length !== total)) {
    const came = odd === undefined ? `${list.length} marks` : `column ${odd}`;
    throw new MetricInputError(`${owner}: option "discreteFeatures": there are ${total} features, got ${came}`);
  }
  return Array.from({ length: total }, (_, j) => (isMask ? (list[j] as boolean) : list.includes(j)));
}
