import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { OUTPUT_NAMES } from '../../../inputs/regression/outputPairs.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { rowLoss } from '../rowLoss.ts';
import { undefinedOptions, type UndefinedOptions } from '../outputOptions.ts';

/** Mean cosine of the angle between the rows. */
export const cosineSimilarityLoss: OutputLoss<UndefinedOptions> = /* @__PURE__ */ rowLoss({
  name: 'cosineSimilarity',
  options: undefinedOptions,
  names: OUTPUT_NAMES,
  ofRow: cosineOf,
});

type Vector = Float64Array | Float32Array;

function cosineOf(x: Vector, y: Vector): number {
  const [ofX, ofY] = [scaleOf(x), scaleOf(y)];
  let [products, squaresX, squaresY] = [0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    const [a, b] = [x[k]! * ofX, y[k]! * ofY];
    products += a * b;
    squaresX += a * a;
    squaresY += b * b;
  }
  if (squaresX === 0 || squaresY === 0) return 0;
  // Rounding may not exceed 1.
  return Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY)));
}

/** Returns a power of two that brings a vector near 1, so that squares neither overflow nor underflow. */
function scaleOf(vector: Vector): number {
  let largest = 0;
  for (let k = 0; k < vector.length; k++) largest = Math.max(largest, Math.abs(vector[k]!));
  return largest === 0 ? 1 : 2 ** Math.max(-1022, Math.min(1022, -Math.floor(Math.log2(largest))));
}

/**
 * Cosine similarity of vectors, such as embeddings, averaged over samples.
 *
 * (1/N) Σᵢ xᵢ·yᵢ / (‖xᵢ‖ ‖yᵢ‖). The similarity with a vector of zeros is 0/0, and counts as 0.
 *
 * @param preds - predicted vectors, `[N, K]`.
 * @param target - true vectors, of the same shape.
 * @returns a number from −1 (opposite directions) to 1 (equal directions). NaN without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.pairwise.paired_cosine_distances`, which returns 1 minus the similarity of each pair, and
 * `torchmetrics.CosineSimilarity` with `reduction="mean"`; its default is the sum.
 *
 * @example
 * ```ts
 * import { cosineSimilarity } from 'tfjs-metrics';
 *
 * cosineSimilarity(
 *   [
 *     [1, 2, 3, 4],
 *     [1, 2, 3, 4],
 *   ],
 *   [
 *     [1, 2, 3, 4],
 *     [-1, -2, -3, -4],
 *   ],
 * ); // 0
 * cosineSimilarity([[1, 0]], [[3, 4]]); // 0.6
 * ```
 */
export function cosineSimilarity(preds: Samples, target: Samples, options?: UndefinedOptions & PairOptions): number {
  return lossOfSamples(cosineSimilarityLoss, preds, target, options);
}
