import { Numbering } from '../../numeric/numbering.ts';
import * as z from 'zod/mini';
import type { LabeledSamples } from '../../inputs/labeledSamples.ts';
import type { LabelKind } from '../../inputs/labels.ts';
import { requireLabelKind } from '../../inputs/requireLabelKind.ts';
import type { CheckedSamples } from '../../inputs/samples.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { SampleBuffer, type SampleBufferOptions } from './sampleBuffer.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'labeled samples';

/** Minimum number of names to keep. */
const FEW_NAMES = 1024;

/** Snapshot of labeled samples. */
interface LabeledSampleSnapshot {
  /** Snapshot type. */
  readonly kind: 'LabeledSampleBuffer';
  /** Format version. */
  readonly version: 1;
  /** The type of the labels; null before the first sample. */
  readonly labelKind: 'number' | 'string' | 'boolean' | null;
  /** The string label of each code; empty for other types. */
  readonly names: readonly string[];
  /** The snapshot of a `SampleBuffer` with two blocks: the samples, and one column of labels or label codes. */
  readonly samples: unknown;
}

/**
 * Keeps labeled samples, either all of them or a uniform random subset, in a {@link SampleBuffer} with the label as
 * last column. Strings are encoded as integers in order of first appearance.
 *
 * @example
 * ```ts
 * import {
 *   LabeledSampleBuffer,
 *   SilhouetteScore,
 *   silhouetteScore,
 * } from 'tfjs-metrics';
 *
 * const snapshot = new SilhouetteScore().toJSON();
 * const samples = LabeledSampleBuffer.fromJSON(snapshot.state);
 * samples.seen; // 0
 * silhouetteScore(samples, { onUndefined: 0 }); // 0
 * ```
 */
export class LabeledSampleBuffer implements MetricState<LabeledSampleBuffer> {
  #samples: SampleBuffer;
  #names = new Numbering<string>();
  #kind: LabelKind | undefined;

  constructor(options?: SampleBufferOptions) {
    this.#samples = new SampleBuffer(options);
  }

  /** Number of samples added. */
  get seen(): number {
    return this.#samples.seen;
  }

  /**
   * Adds checked samples.
   *
   * @param name - name of the labels in error messages.
   * @throws {@link MetricInputError} if the number of features or the kind of label differs from earlier batches.
   */
  add({ samples, labels }: LabeledSamples, name = 'labels'): void {
    if (samples.n === 0) return;
    requireLabelKind(this.#kind, labels.kind, name);
    this.#samples.requireBlocks([samples.d, 1]);
    if (labels.kind === 'string') this.#addNamed(samples, labels.values);
    else this.#addRows(samples, new Float64Array(labels.values), 0, samples.n);
    this.#kind = labels.kind;
  }

  /** Returns the kept samples with their labels. */
  labeled(): LabeledSamples {
    const [samples = NO_SAMPLES, column = NO_SAMPLES] = this.#samples.blocks();
    const kind = this.#kind ?? 'number';
    const values = column.data as Float64Array;
    if (kind === 'string') {
      const names = Array.from(values, (number) => this.#names.at(number));
      return { samples, labels: { kind, values: names, fitsInt32: false } };
    }
    const fitsInt32 = values.every((value) => value === (value | 0));
    return { samples, labels: { kind, values, fitsInt32 } as LabeledSamples['labels'] };
  }

  checkMerge(other: LabeledSampleBuffer): void {
    requireState(other, LabeledSampleBuffer, 'LabeledSampleBuffer');
    requireLabelKind(this.#kind, other.#kind, 'labels');
    this.#samples.checkMerge(other.#samples);
  }

  merge(other: LabeledSampleBuffer): void {
    this.checkMerge(other);
    if (other.#kind === undefined) return;
    this.#kind = other.#kind;
    if (other.#names.size === 0) {
      this.#samples.merge(other.#samples);
      return;
    }
    if (this.#names.size + other.#names.size > this.#mostNames) this.#forgetNames();
    const numbers = other.#names.values.map((name) => this.#names.numberOf(name));
    const renumbered = other.#samples.mapped((row) => {
      row[row.length - 1] = numbers[row[row.length - 1]!]!;
    });
    this.#samples.merge(renumbered);
  }

  clone(): LabeledSampleBuffer {
    const copy = new LabeledSampleBuffer();
    copy.#samples = this.#samples.clone();
    copy.#names = new Numbering(this.#names.values);
    copy.#kind = this.#kind;
    return copy;
  }

  toJSON(): LabeledSampleSnapshot {
    return {
      kind: 'LabeledSampleBuffer',
      version: 1,
      labelKind: this.#kind ?? null,
      names: this.#names.values.slice(),
      samples: this.#samples.toJSON(),
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): LabeledSampleBuffer {
    const { labelKind, names, samples } = checkSnapshot<LabeledSampleSnapshot>(WHAT, labeledSampleSchema(), value);
    const buffer = new LabeledSampleBuffer();
    buffer.#samples = SampleBuffer.fromJSON(samples);
    names.forEach((name) => buffer.#names.numberOf(name));
    if (buffer.#names.size !== names.length)
      throw damagedSnapshot(WHAT, 'names: expected distinct names, got a duplicate');
    const [, column] = buffer.#samples.blocks();
    if ((column === undefined) !== (labelKind === null) || (column && column.d !== 1)) {
      throw damagedSnapshot(WHAT, 'expected labelKind and one column of labels, got one without the other');
    }
    if (labelKind === null) return buffer;
    const isLabel = {
      number: Number.isSafeInteger,
      boolean: (code: number) => code === 0 || code === 1,
      string: (code: number) => Number.isInteger(code) && code >= 0 && code < names.length,
    }[labelKind];
    const invalid = column!.data.find((code) => !isLabel(code));
    if (invalid !== undefined)
      throw damagedSnapshot(WHAT, `samples: expected labels of kind "${labelKind}", got ${invalid}`);
    buffer.#kind = labelKind;
    return buffer;
  }

  /** Adds samples with string labels. Unused names are dropped at points that do not depend on the batches. */
  #addNamed(samples: CheckedSamples, names: readonly string[]): void {
    const column = new Float64Array(samples.n);
    let start = 0;
    for (let i = 0; i < samples.n; i++) {
      column[i] = this.#names.numberOf(names[i]!);
      if (this.#names.size <= this.#mostNames) continue;
      this.#addRows(samples, column, start, i + 1);
      this.#forgetNames();
      start = i + 1;
    }
    this.#addRows(samples, column, start, samples.n);
  }

  #addRows({ data, d }: CheckedSamples, column: Float64Array, start: number, end: number): void {
    const rows = data.subarray(start * d, end * d);
    this.#samples.add([
      { data: rows, n: end - start, d },
      { data: column.subarray(start, end), n: end - start, d: 1 },
    ]);
  }

  /** Number of names above which unused names are dropped. */
  get #mostNames(): number {
    return Math.max(FEW_NAMES, 4 * this.#samples.maxSamples);
  }

  /** Drops the names that no kept sample uses. */
  #forgetNames(): void {
    const column = this.#samples.blocks()[1]?.data ?? new Float64Array(0);
    const used = Float64Array.from(new Set(column)).sort();
    const places = new Map(Array.from(used, (number, place) => [number, place]));
    this.#samples = this.#samples.mapped((row) => {
      row[row.length - 1] = places.get(row[row.length - 1]!)!;
    });
    this.#names = new Numbering(Array.from(used, (number) => this.#names.at(number)));
  }
}

const NO_SAMPLES = { data: new Float64Array(0), n: 0, d: 1 };

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const labeledSampleSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const kinds = ['number', 'string', 'boolean'] as const;
  return z.strictObject({
    kind: z.literal('LabeledSampleBuffer', { error: 'expected "LabeledSampleBuffer"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    labelKind: z.nullable(z.enum(kinds, { error: 'expected a kind of labels' })),
    names: z.array(z.string({ error: 'expected a name' })),
    samples: snapshotPart('SampleBuffer'),
  });
});
