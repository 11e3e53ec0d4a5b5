import { MetricInputError } from '../../inputs/metricInputError.ts';
import { scaleBy, scalingExponent, timesPower } from '../../numeric/kernels/scalingExponent.ts';
import { checkSampleBlocks } from '../../inputs/checkSampleBlocks.ts';
import type { CheckedSamples, Samples } from '../../inputs/samples.ts';
import { checkJointMomentsSnapshot, type JointMomentsSnapshot } from './jointMomentsSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { MetricStateError } from '../metricStateError.ts';

/**
 * Number of samples, column means and centered sums of products of two variables: sufficient statistics for the mutual
 * information of Gaussian variables. Memory is 8 bytes per pair of columns and does not depend on the number of
 * samples.
 *
 * Each batch is centered on its own means. Moments are merged with the pairwise update of T. F. Chan, G. H. Golub and
 * R. J. LeVeque, The American Statistician 37 (1983), so a constant offset of the data does not increase the rounding
 * error.
 *
 * @example
 * ```ts
 * import { JointMoments } from 'tfjs-metrics';
 *
 * const moments = JointMoments.of([1, 2, 3], [1, 3, 2]);
 * moments.n; // 3
 * moments.covariance(); // [[1, 0.5], [0.5, 1]]
 * ```
 */
export class JointMoments implements MetricState<JointMoments> {
  #n = 0;
  #widths: readonly number[] = [];
  #mean = new Float64Array(0);
  /** Σ (vᵢ − mᵢ)(vⱼ − mⱼ), in row-major order. */
  #products = new Float64Array(0);
  /** Column j is stored times 2^exponents[j]; Infinity while all its values are 0. */
  #exponents = new Float64Array(0);

  /**
   * Computes the moments of two variables.
   *
   * @throws {@link MetricInputError} if a value is not finite, or their lengths differ.
   */
  static of(x: Samples, y: Samples): JointMoments {
    const moments = new JointMoments();
    moments.addChecked(checkSampleBlocks([x, y], ['x', 'y']));
    return moments;
  }

  /** Number of samples. */
  get n(): number {
    return this.#n;
  }

  /** Number of columns of each variable; empty before the first sample. */
  get widths(): readonly number[] {
    return this.#widths;
  }

  /** Returns the covariance of all columns, with divisor n − 1. Overflow gives ±Infinity, underflow 0. */
  covariance(): number[][] {
    const exponents = this.#exponents.map((exponent) => (exponent === Infinity ? 0 : -exponent));
    return this.scaledCovariance().map((row, i) =>
      row.map((value, j) => timesPower(timesPower(value, exponents[i]!), exponents[j]!)),
    );
  }

  /** Returns the covariance with columns scaled by powers of two so that squares neither overflow nor underflow. */
  scaledCovariance(): number[][] {
    const d = this.#mean.length;
    return Array.from({ length: d }, (_, i) =>
      Array.from({ length: d }, (__, j) => this.#products[i * d + j]! / (this.#n - 1)),
    );
  }

  /**
   * Adds checked samples, with the same number of rows in each block.
   *
   * @throws {@link MetricInputError} if the number of columns differs from earlier batches. The moments are not
   * modified.
   */
  addChecked(blocks: readonly CheckedSamples[]): void {
    if (blocks[0]!.n === 0) return;
    const batch = momentsOf(blocks);
    this.#requireWidths(batch.widths, MetricInputError);
    this.#join(batch);
  }

  /** @throws {@link MetricStateError} if `other` has another number of columns. */
  checkMerge(other: JointMoments): void {
    requireState(other, JointMoments, 'JointMoments');
    if (other.#n > 0) this.#requireWidths(other.#widths, MetricStateError);
  }

  /** Adds the samples of other moments, which are not modified. */
  merge(other: JointMoments): void {
    this.checkMerge(other);
    if (other.#n === 0) return;
    this.#join({
      n: other.#n,
      widths: other.#widths,
      mean: other.#mean,
      products: other.#products,
      exponents: other.#exponents,
    });
  }

  /** Returns an independent copy. */
  clone(): JointMoments {
    const copy = new JointMoments();
    copy.merge(this);
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link JointMoments.fromJSON}. */
  toJSON(): JointMomentsSnapshot {
    const exponents = Array.from(this.#exponents, (of) => (of === Infinity ? 0 : of));
    return {
      kind: 'JointMoments',
      version: 1,
      n: this.#n,
      widths: this.#widths,
      mean: Array.from(this.#mean),
      products: Array.from(this.#products),
      ...(exponents.every((of) => of === 0) ? {} : { exponents }),
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): JointMoments {
    const { n, widths, mean, products, exponents } = checkJointMomentsSnapshot(value);
    const moments = new JointMoments();
    if (n === 0) return moments;
    const [means, sums] = [Float64Array.from(mean), Float64Array.from(products)];
    const held = means.map((value, j) => {
      const isZero = value === 0 && sums[j * means.length + j] === 0;
      return isZero ? Infinity : (exponents?.[j] ?? 0);
    });
    moments.#join({ n, widths, mean: means, products: sums, exponents: held });
    return moments;
  }

  #requireWidths(widths: readonly number[], ErrorClass: new (message: string) => Error): void {
    if (this.#n === 0 || widths.join() === this.#widths.join()) return;
    throw new ErrorClass(
      `samples: expected [${this.#widths.join(', ')}] columns, as in earlier batches, got [${widths.join(', ')}]`,
    );
  }

  #join(added: Moments): void {
    const { n, widths } = added;
    if (this.#n === 0) {
      this.#n = n;
      this.#widths = widths;
      this.#mean = added.mean.slice();
      this.#products = added.products.slice();
      this.#exponents = added.exponents.slice();
      return;
    }
    const exponents = added.exponents.map((of, j) => Math.min(of, this.#exponents[j]!));
    const held = { mean: this.#mean, products: this.#products, exponents: this.#exponents };
    // Copies, because the added moments may be these moments themselves.
    const { mean, products: sums } = rescaled(added, exponents);
    ({ mean: this.#mean, products: this.#products } = rescaled(held, exponents));
    this.#exponents = exponents;
    const d = mean.length;
    const total = this.#n + n;
    const weight = (this.#n / total) * n;
    const difference = mean.map((value, j) => value - this.#mean[j]!);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        this.#products[i * d + j]! += sums[i * d + j]! + weight * (difference[i]! * difference[j]!);
      }
    }
    for (let j = 0; j < d; j++) this.#mean[j]! += (n / total) * difference[j]!;
    this.#n = total;
  }
}

interface Moments {
  readonly n: number;
  readonly widths: readonly number[];
  readonly mean: Float64Array;
  readonly products: Float64Array;
  /** The {@link scalingExponent} of each column. */
  readonly exponents: Float64Array;
}

/** Returns copies of means and products, rescaled to other exponents. */
function rescaled(
  { mean, products, exponents }: Pick<Moments, 'mean' | 'products' | 'exponents'>,
  wanted: Float64Array,
): { mean: Float64Array<ArrayBuffer>; products: Float64Array<ArrayBuffer> } {
  const d = mean.length;
  const shifts = wanted.map((of, j) => (of === exponents[j] ? 0 : of - exponents[j]!));
  return {
    mean: mean.map((value, j) => timesPower(value, shifts[j]!)),
    products: products.map((value, at) => timesPower(timesPower(value, shifts[Math.floor(at / d)]!), shifts[at % d]!)),
  };
}

function momentsOf(blocks: readonly CheckedSamples[]): Moments {
  const n = blocks[0]!.n;
  const given = blocks.flatMap(({ data, d }) =>
    Array.from({ length: d }, (_, j) => Float64Array.from({ length: n }, (__, i) => data[i * d + j]!)),
  );
  const exponents = Float64Array.from(given, (column) => scalingExponent(column));
  const columns = given.map((column, j) => scaleBy(column, exponents[j]!));
  const d = columns.length;
  const mean = new Float64Array(d);
  columns.forEach((column, j) => {
    // Shifted by the first sample, so that an offset does not increase the rounding error.
    const shift = column[0]!;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += column[i]! - shift;
    mean[j] = shift + sum / n;
    for (let i = 0; i < n; i++) column[i] = column[i]! - mean[j]!;
  });
  const products = new Float64Array(d * d);
  for (let a = 0; a < d; a++) {
    for (let b = a; b < d; b++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += columns[a]![i]! * columns[b]![i]!;
      products[a * d + b] = sum;
      products[b * d + a] = sum;
    }
  }
  return { n, widths: blocks.map((block) => block.d), mean, products, exponents };
}
