import { damagedSnapshot } from './checkSnapshot.ts';
import type { MetricState } from './metricState.ts';
import { requireMergeable } from './requireMergeable.ts';

/** A sliding window as plain JSON, with each batch in the format of its own state. */
export interface SlidingWindowSnapshot {
  /** What each of the last batches was, the oldest first. */
  readonly batches: readonly unknown[];
  /** How many of them, from the oldest on, are summed up one by one. */
  readonly front: number;
}

/**
 * The states of the last batches, and what they come to together.
 *
 * Where states can be subtracted, the oldest batch is taken out of the sum of all. Where they can't, the
 * sum is kept in two parts, as for a queue that is made of two stacks: sums of the oldest batches, each
 * with all that follow in that part, so that the oldest is dropped by dropping one of them; and the sum
 * of the batches after these. When the first part is used up, it is made anew of all batches. So each
 * batch is merged three times at the most, however large the window.
 *
 * @example
 * ```ts
 * import { ContingencyTable, SlidingWindow } from 'tfjs-metrics';
 *
 * const window = new SlidingWindow(2, () => new ContingencyTable());
 * for (const label of ['a', 'b', 'c']) window.push(ContingencyTable.of([label], [label]));
 * window.total.predLabels; // ['b', 'c']
 * ```
 */
export class SlidingWindow<State extends MetricState<State>> implements MetricState<
  SlidingWindow<State>
> {
  readonly #size: number;
  readonly #make: () => State;
  /** The batches in the window, from the place of the oldest on. */
  #batches: State[] = [];
  #oldest = 0;
  /** Sums of the oldest batches: the last one of all of them, the one before of all but the oldest, … */
  #front: State[] = [];
  /** The sum of the others. */
  #back: State;

  /** A window of the last `size` batches. */
  constructor(size: number, make: () => State) {
    this.#size = size;
    this.#make = make;
    this.#back = make();
  }

  /** How many batches there are. */
  get length(): number {
    return this.#batches.length - this.#oldest;
  }

  /** What all batches come to together; not to be changed. */
  get total(): State {
    const front = this.#front.at(-1);
    if (front === undefined) return this.#back;
    const total = front.clone();
    total.merge(this.#back);
    return total;
  }

  /** Takes in a batch, which belongs to the window from then on; the oldest one leaves if need be. */
  push(batch: State): void {
    const front = this.#front.at(-1);
    if (front) requireMergeable(front, batch);
    this.#back.merge(batch);
    this.#batches.push(batch);
    if (this.length > this.#size) this.#dropOldest();
  }

  checkMerge(other: SlidingWindow<State>): void {
    requireMergeable(this.total, other.total);
  }

  /** Takes in the batches of another window, which came after those of this one. */
  merge(other: SlidingWindow<State>): void {
    this.checkMerge(other);
    // A batch is never changed once it is in a window, so that two can share it.
    if (this.length === 0) this.#adopt(other);
    else for (const batch of other.#inOrder()) this.push(batch);
  }

  clone(): SlidingWindow<State> {
    const copy = new SlidingWindow(this.#size, this.#make);
    copy.#adopt(this);
    return copy;
  }

  toJSON(): SlidingWindowSnapshot {
    return {
      batches: this.#inOrder().map((batch) => batch.toJSON()),
      front: this.#front.length,
    };
  }

  /**
   * A window of this size with the batches of a snapshot.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged.
   */
  restored(snapshot: unknown, restoreBatch: (batch: unknown) => State): SlidingWindow<State> {
    const { batches, front } = this.#checkSnapshot(snapshot);
    const window = new SlidingWindow(this.#size, this.#make);
    window.#batches = batches.map(restoreBatch);
    window.#sumUp(front);
    return window;
  }

  #checkSnapshot(snapshot: unknown): SlidingWindowSnapshot {
    const { batches, front } = (snapshot ?? {}) as Partial<SlidingWindowSnapshot>;
    const length = Array.isArray(batches) ? batches.length : -1;
    if (length < 0 || length > this.#size) {
      throw damagedSnapshot('a window', `expected a list of at most ${this.#size} batches`);
    }
    if (!Number.isInteger(front) || front! < 0 || front! > length) {
      throw damagedSnapshot('a window', `front is no number of its ${length} batches`);
    }
    return { batches: batches!, front: front! };
  }

  #adopt(other: SlidingWindow<State>): void {
    this.#batches = other.#inOrder();
    this.#oldest = 0;
    this.#front = other.#front.slice();
    this.#back = other.#back.clone();
  }

  #inOrder(): State[] {
    return this.#batches.slice(this.#oldest);
  }

  #dropOldest(): void {
    const oldest = this.#batches[this.#oldest]!;
    if (this.#front.length === 0 && this.#back.subtract && this.#back.isExact !== false) {
      this.#back.subtract(oldest);
    } else {
      if (this.#front.length === 0) this.#sumUp(this.length);
      this.#front.pop();
    }
    this.#oldest++;
    // Dropping places one by one would move all the others each time.
    if (this.#oldest < this.#size) return;
    this.#batches = this.#inOrder();
    this.#oldest = 0;
  }

  /** Sums up the `front` oldest batches one by one, and the others together. */
  #sumUp(front: number): void {
    const batches = this.#inOrder();
    this.#front = [];
    this.#back = this.#make();
    for (let i = front - 1; i >= 0; i--) {
      const sum = batches[i]!.clone();
      const following = this.#front.at(-1);
      if (following) sum.merge(following);
      this.#front.push(sum);
    }
    for (let i = front; i < batches.length; i++) this.#back.merge(batches[i]!);
  }
}
