import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { prepareMerge } from '../prepareMerge.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a window';

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
export class SlidingWindow<State extends MetricState<State>> implements MetricState<SlidingWindow<State>> {
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

  /** Takes in the batches of another window, which came after those of this one. */
  merge(other: SlidingWindow<State>): void {
    this.checkMerge(other)();
  }

  clone(): SlidingWindow<State> {
    const copy = new SlidingWindow(this.#size, this.#make);
    // A batch or a sum is never changed once it is in a window, so that two windows can share it.
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
   * A window of this size with the batches of a snapshot.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged.
   */
  restored(snapshot: unknown, restoreBatch: (batch: unknown) => State): SlidingWindow<State> {
    const { batches, front } = checkSnapshot<SlidingWindowSnapshot>(WHAT, slidingWindowSchema(), snapshot);
    if (batches.length > this.#size) {
      throw damagedSnapshot(WHAT, `expected at most ${this.#size} batches, got ${batches.length}`);
    }
    if (front > batches.length) {
      throw damagedSnapshot(WHAT, `front is ${front}, of ${batches.length} batches`);
    }
    const window = new SlidingWindow(this.#size, this.#make);
    window.#batches = batches.map(restoreBatch);
    window.#front = sumsOf(window.#batches.slice(0, front));
    for (const batch of window.#batches.slice(front)) {
      window.#back = prepareMerge(window.#back, batch)();
    }
    return window;
  }

  /** Throws what pushing a batch would throw; the function returned pushes it and cannot fail. */
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

  /** Whether the oldest batch can be subtracted from the sum of all. */
  get #canSubtract(): boolean {
    return this.#front.length === 0 && this.#back.subtract !== undefined && this.#back.isExact !== false;
  }

  /** Drops the oldest batch; `sums` are those of all batches if they are known already. */
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
    // Dropping places one by one would move all the others each time.
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

/** Sums of batches: the last one of all of them, the one before of all but the first, … */
function sumsOf<State extends MetricState<State>>(batches: readonly State[]): State[] {
  const sums: State[] = [];
  for (let i = batches.length - 1; i >= 0; i--) {
    const sum = batches[i]!.clone();
    const following = sums.at(-1);
    sums.push(following ? prepareMerge(sum, following)() : sum);
  }
  return sums;
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const slidingWindowSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() =>
  z.strictObject({
    batches: z.array(snapshotPart('State')),
    front: z.number().check(z.int(), z.nonnegative()),
  }),
);
