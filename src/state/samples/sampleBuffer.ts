import type { CheckedSamples } from '../../inputs/samples.ts';
import { isTypedArray } from '../../inputs/isTypedArray.ts';
import { inputError, MetricInputError } from '../../inputs/metricInputError.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { checkSampleBufferSnapshot, type SampleBufferSnapshot } from './sampleBufferSnapshot.ts';

/** Options for a sample buffer. */
export interface SampleBufferOptions {
  /** Size of the uniform random subset to keep. Default: all samples. */
  readonly maxSamples?: number | undefined;
  /** Seed of the random subset. Default: 0. */
  readonly seed?: number | undefined;
}

/**
 * Keeps samples, for metrics that have no smaller sufficient statistic. Each block, such as `x` or `y`, has one row per
 * sample and its own number of columns.
 *
 * By default, all samples are kept, and memory grows with their number. With `maxSamples`, a uniform random subset is
 * kept: each sample gets a random priority, and the `maxSamples` samples with the lowest priorities are kept. The
 * subset does not depend on how samples are split into batches. Merging two buffers gives a uniform subset of the
 * samples of both.
 *
 * A sample takes 8 bytes per value and 8 more for its priority, also without `maxSamples`. Arrays grow by doubling.
 * With `maxSamples`, up to `2 * maxSamples` samples are held before the subset is selected.
 *
 * @example
 * ```ts
 * import { SampleBuffer } from 'tfjs-metrics';
 *
 * const buffer = new SampleBuffer({ maxSamples: 2 });
 * buffer.add([{ data: Float64Array.of(1, 2, 3), n: 3, d: 1 }]);
 * [buffer.seen, buffer.length]; // [3, 2]
 * ```
 */
export class SampleBuffer implements MetricState<SampleBuffer> {
  readonly #maxSamples: number;
  readonly #seed: number;
  /** Created lazily, because seeding is the slowest part of creating a buffer. */
  #generator: RandomSource | undefined;
  #widths: readonly number[] | undefined;
  #rows = new Float64Array(0);
  #priorities = new Float64Array(0);
  #length = 0;
  #seen = 0;
  /** Samples with a priority at or above this threshold are discarded. */
  #threshold = Infinity;

  constructor({ maxSamples = Infinity, seed = 0 }: SampleBufferOptions = {}) {
    this.#maxSamples = maxSamples;
    this.#seed = seed;
  }

  /** Number of samples added. */
  get seen(): number {
    return this.#seen;
  }

  /** Maximum number of samples to keep. */
  get maxSamples(): number {
    return this.#maxSamples;
  }

  /** Number of samples kept. */
  get length(): number {
    return Math.min(this.#length, this.#maxSamples);
  }

  /** Number of columns of each block; undefined before the first samples. */
  get widths(): readonly number[] | undefined {
    return this.#widths;
  }

  /**
   * Adds samples, with the same number of rows in each block.
   *
   * @throws {@link MetricInputError} if `blocks` is not an array of blocks `{ data, n, d }`, or the number of columns
   * differs from earlier batches.
   */
  add(blocks: readonly CheckedSamples[]): void {
    if (!Array.isArray(blocks) || !blocks.every(isBlock)) {
      throw inputError('add', 'an array of blocks { data, n, d }', blocks);
    }
    const n = blocks[0]?.n ?? 0;
    if (n === 0) return;
    const widths = blocks.map(({ d }) => d);
    this.requireBlocks(widths);
    this.#widths ??= widths;
    const size = this.#rowSize;
    if (this.#isChosen) {
      const row = new Float64Array(size);
      for (let i = 0; i < n; i++) {
        writeRow(row, 0, blocks, i);
        this.#put(row, this.#priorityOf(row));
      }
    } else {
      this.#reserve(this.#length + n);
      for (let i = 0; i < n; i++) writeRow(this.#rows, (this.#length + i) * size, blocks, i);
      this.#length += n;
    }
    this.#seen += n;
  }

  /** @throws {@link MetricInputError} if earlier blocks had other widths. */
  requireBlocks(widths: readonly number[]): void {
    this.#requireWidths(widths, MetricInputError);
  }

  /** Returns the kept samples by block. Without `maxSamples`, they are in the order in which they were added. */
  blocks(): CheckedSamples[] {
    this.#select();
    const n = this.#length;
    const size = this.#rowSize;
    let offset = 0;
    return (this.#widths ?? []).map((d) => {
      const data = new Float64Array(n * d);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < d; j++) data[i * d + j] = this.#rows[i * size + offset + j]!;
      }
      offset += d;
      return { data, n, d };
    });
  }

  /** Returns a copy in which `change` has modified each row in place. */
  mapped(change: (row: Float64Array) => void): SampleBuffer {
    const copy = this.clone();
    const size = copy.#rowSize;
    for (let i = 0; i < copy.#length; i++) change(copy.#rows.subarray(i * size, (i + 1) * size));
    return copy;
  }

  checkMerge(other: SampleBuffer): void {
    requireState(other, SampleBuffer, 'SampleBuffer');
    if (other.#maxSamples !== this.#maxSamples) {
      throw new MetricStateError(
        `merge: expected a buffer with maxSamples ${this.#maxSamples}, got ${other.#maxSamples}`,
      );
    }
    if (other.#widths) this.#requireWidths(other.#widths, MetricStateError);
  }

  merge(other: SampleBuffer): void {
    this.checkMerge(other);
    if (other.#widths === undefined) return;
    this.#widths ??= other.#widths;
    const size = this.#rowSize;
    // Read first, because `other` may be this buffer itself.
    const rows = other.#rows;
    const priorities = other.#priorities;
    const length = other.#length;
    for (let i = 0; i < length; i++) {
      this.#put(rows.subarray(i * size, (i + 1) * size), priorities[i]!);
    }
    this.#seen += other.#seen;
  }

  clone(): SampleBuffer {
    const copy = new SampleBuffer({ maxSamples: this.#maxSamples, seed: this.#seed });
    copy.#generator = RandomSource.fromState(this.#random.state);
    copy.#widths = this.#widths;
    copy.#rows = this.#rows.slice(0, this.#length * this.#rowSize);
    copy.#priorities = this.#priorities.slice(0, this.#length);
    copy.#length = this.#length;
    copy.#seen = this.#seen;
    copy.#threshold = this.#threshold;
    return copy;
  }

  toJSON(): SampleBufferSnapshot {
    this.#select();
    const isChosen = this.#isChosen;
    return {
      kind: 'SampleBuffer',
      version: 1,
      maxSamples: isChosen ? this.#maxSamples : null,
      seed: this.#seed,
      seen: this.#seen,
      widths: this.#widths ?? [],
      rows: Array.from(this.#rows.subarray(0, this.#length * this.#rowSize)),
      priorities: isChosen ? Array.from(this.#priorities.subarray(0, this.#length)) : [],
      random: [...this.#random.state],
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): SampleBuffer {
    const snapshot = checkSampleBufferSnapshot(value);
    const { maxSamples, seed, seen, widths, rows, priorities, random } = snapshot;
    const buffer = new SampleBuffer({ maxSamples: maxSamples ?? Infinity, seed });
    buffer.#generator = RandomSource.fromState(random);
    if (widths.length === 0) return buffer;
    buffer.#widths = widths;
    buffer.#rows = Float64Array.from(rows);
    buffer.#length = rows.length / buffer.#rowSize;
    buffer.#priorities = maxSamples === null ? new Float64Array(buffer.#length) : Float64Array.from(priorities);
    buffer.#seen = seen;
    return buffer;
  }

  get #random(): RandomSource {
    return (this.#generator ??= RandomSource.of(this.#seed));
  }

  get #isChosen(): boolean {
    return this.#maxSamples !== Infinity;
  }

  get #rowSize(): number {
    return (this.#widths ?? []).reduce((sum, width) => sum + width, 0);
  }

  #requireWidths(widths: readonly number[], ErrorClass: new (message: string) => Error): void {
    const known = this.#widths ?? widths;
    if (widths.length === known.length && widths.every((width, k) => width === known[k])) return;
    throw new ErrorClass(
      `samples: expected [${known.join(', ')}] columns, as in earlier batches, got [${widths.join(', ')}]`,
    );
  }

  /**
   * Draws a uniform priority, shifted by a hash of the row. Buffers with the same seed draw the same random numbers;
   * the hash makes their subsets independent unless their rows are equal.
   */
  #priorityOf(row: Float64Array): number {
    const words = new Uint32Array(row.buffer);
    let hash = 0x811c9dc5;
    for (let k = 0; k < words.length; k++) hash = Math.imul(hash ^ words[k]!, 0x01000193);
    return (this.#random.uniform() + (hash >>> 0) / 2 ** 32) % 1;
  }

  #put(row: Float64Array, priority: number): void {
    if (priority >= this.#threshold) return;
    const size = row.length;
    this.#reserve(this.#length + 1);
    this.#rows.set(row, this.#length * size);
    this.#priorities[this.#length++] = priority;
    if (this.#length >= 2 * this.#maxSamples) this.#select();
  }

  /** Reserves memory for this number of samples in total. */
  #reserve(length: number): void {
    if (length <= this.#priorities.length) return;
    const capacity = Math.min(Math.max(16, length, 2 * this.#length), 2 * this.#maxSamples);
    const rows = new Float64Array(capacity * this.#rowSize);
    rows.set(this.#rows);
    this.#rows = rows;
    const priorities = new Float64Array(capacity);
    priorities.set(this.#priorities);
    this.#priorities = priorities;
  }

  /** Removes all but the selected samples, and sorts these by priority. */
  #select(): void {
    if (!this.#isChosen) return;
    const size = this.#rowSize;
    const order = Array.from({ length: this.#length }, (_, i) => i).sort(
      (a, b) => this.#priorities[a]! - this.#priorities[b]! || a - b,
    );
    const kept = order.slice(0, this.#maxSamples);
    const rows = new Float64Array(kept.length * size);
    kept.forEach((i, k) => {
      rows.set(this.#rows.subarray(i * size, (i + 1) * size), k * size);
    });
    this.#priorities = Float64Array.from(kept, (i) => this.#priorities[i]!);
    this.#rows = rows;
    this.#length = kept.length;
    if (kept.length === this.#maxSamples) this.#threshold = this.#priorities[kept.length - 1]!;
  }
}

/** Copies the values of a sample in all blocks to `rows`, from index `at` on. */
function writeRow(rows: Float64Array, at: number, blocks: readonly CheckedSamples[], sample: number): void {
  let next = at;
  for (const { data, d } of blocks) {
    for (let place = sample * d; place < (sample + 1) * d; place++) rows[next++] = data[place]!;
  }
}

function isBlock(block: Partial<CheckedSamples> | null | undefined): boolean {
  return isTypedArray(block?.data) && block.data.length >= block.n! * block.d!;
}
