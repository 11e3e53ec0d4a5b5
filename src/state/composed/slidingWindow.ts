import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { prepareMerge } from '../prepareMerge.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a sliding window';

/** Snapshot of a sliding window, with each batch in the format of its state. */
interface SlidingWindowSnapshot {
  /** The states of the batches, oldest first. */
  readonly batches: readonly unknown[];
  /** Number of oldest batches with precomputed suffix sums. */
  readonly front: number;
}

/**
 * The states of the last batches, and their merged total.
 *
 * If states support exact subtraction, the oldest batch is subtracted from the total. Otherwise, the window works like
 * a queue made of two stacks: the front holds suffix sums of the oldest batches, so that dropping the oldest batch
 * drops one sum; the back holds the sum of the newer batches. When the front is empty, it is rebuilt from all batches.
 * Each batch is merged at most three times, whatever the size of the window.
 */
export class SlidingWindow<State extends MetricState<State>> implements MetricState<SlidingWindow<State>> {
  readonly #size: number;
  readonly #make: () => State;
  /** The batches of the window start at index `#oldest`. */
  #batches: State[] = [];
  #oldest = 0;
  /** Suffix sums of the oldest batches: the last one includes all, the one before all but the oldest, and so on. */
  #front: State[] = [];
  /** The sum of the remaining batches. */
  #back: State;

  /** Creates a window of the last `size` batches. */
  constructor(size: number, make: () => State) {
    this.#size = size;
    this.#make = make;
    this.#back = make();
  }

  /** Number of batches. */
  get length(): number {
    return this.#batches.length - this.#oldest;
  }

  /** The merged state of all batches. Do not modify it. */
  get total(): State {
    const front = this.#front.at(-1);
    if (front === undefined) return this.#back;
    const total = front.clone();
    total.merge(this.#back);
    return total;
  }

  /** Adds a batch, which the window owns from then on, and drops the oldest one if the window is full. */
  push(batch: State): void {
    this.#preparePush(batch)();
  }

  checkMerge(other: SlidingWindow<State>): () => void {
    const batches = other.#inOrder();
    if (this.length > 0 && batches.length === 1) return this.#preparePush(batches[0]!);
    let copy: SlidingWindow<State>;
    if (this.length === 0) {
      prepareMerge(this.#back, other.total);
      copy = other.clone();
    } else {
      copy = this.clone();
      for (const batch of batches) copy.push(batch);
    }
    return () => {
      this.#takeOver(copy);
    };
  }

  /** Appends the batches of another window. */
  merge(other: SlidingWindow<State>): void {
    this.checkMerge(other)();
  }

  clone(): SlidingWindow<State> {
    const copy = new SlidingWindow(this.#size, this.#make);
    // Batches and front sums are never modified once they are in a window, so copies can share them.
    copy.#batches = this.#inOrder();
    copy.#front = this.#front.slice();
    copy.#back = this.#back.clone();
    return copy;
  }

  toJSON(): SlidingWindowSnapshot {
    return {
      batches: this.#inOrder().map((batch) => batch.toJSON()),
      front: this.#front.length,
    };
  }

  /**
   * Restores a window of this size from a snapshot.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid.
   */
  restored(snapshot: unknown, restoreBatch: (batch: unknown) => State): SlidingWindow<State> {
    const { batches, front } = checkSnapshot<SlidingWindowSnapshot>(WHAT, slidingWindowSchema(), snapshot);
    if (batches.length > this.#size) {
      throw damagedSnapshot(WHAT, `batches: expected at most ${this.#size}, got ${batches.length}`);
    }
    if (front > batches.length) {
      throw damagedSnapshot(WHAT, `front: expected at most ${batches.length}, the number of batches, got ${front}`);
    }
    const window = new SlidingWindow(this.#size, this.#make);
    window.#batches = batches.map(restoreBatch);
    window.#front = sumsOf(window.#batches.slice(0, front));
    for (const batch of window.#batches.slice(front)) {
      window.#back = prepareMerge(window.#back, batch)();
    }
    return window;
  }

  /** Throws if a batch cannot be pushed; otherwise returns a function that pushes it and cannot throw. */
  #preparePush(batch: State): () => void {
    const front = this.#front.at(-1);
    if (front) prepareMerge(front, batch);
    const completeBack = prepareMerge(this.#back, batch);
    const isFull = this.length === this.#size;
    const isSubtracted = this.#canSubtract && batch.isExact !== false;
    const needsSums = isFull && this.#front.length === 0 && !isSubtracted;
    const sums = needsSums ? sumsOf([...this.#inOrder(), batch]) : undefined;
    return () => {
      this.#back = completeBack();
      this.#batches.push(batch);
      if (isFull) this.#dropOldest(sums);
    };
  }

  /** True if the oldest batch can be subtracted from the total. */
  get #canSubtract(): boolean {
    return this.#front.length === 0 && this.#back.subtract !== undefined && this.#back.isExact !== false;
  }

  /** Drops the oldest batch. `sums` are the suffix sums of all batches, if already computed. */
  #dropOldest(sums: State[] | undefined): void {
    if (sums === undefined && this.#canSubtract) {
      this.#back.subtract!(this.#batches[this.#oldest]!);
    } else {
      if (this.#front.length === 0) {
        this.#front = sums ?? sumsOf(this.#inOrder());
        this.#back = this.#make();
      }
      this.#front.pop();
    }
    this.#oldest++;
    // Removing dropped batches in bulk avoids moving the others at each push.
    if (this.#oldest < this.#size) return;
    this.#batches = this.#inOrder();
    this.#oldest = 0;
  }

  #takeOver(other: SlidingWindow<State>): void {
    this.#batches = other.#batches;
    this.#oldest = other.#oldest;
    this.#front = other.#front;
    this.#back = other.#back;
  }

  #inOrder(): State[] {
    return this.#batches.slice(this.#oldest);
  }
}

/** Returns the suffix sums of batches: the last one includes all, the one before all but the first, and so on. */
function sumsOf<State extends MetricState<State>>(batches: readonly State[]): State[] {
  const sums: State[] = [];
  for (let i = batches.length - 1; i >= 0; i--) {
    const sum = batches[i]!.clone();
    const following = sums.at(-1);
    sums.push(following ? prepareMerge(sum, following)() : sum);
  }
  return sums;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const slidingWindowSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() =>
  z.strictObject({
    batches: z.array(snapshotPart('State')),
    front: z.number().check(z.int(), z.nonnegative()),
  }),
);
