import type { NumericTypedArray } from '../../inputs/isTypedArray.ts';
import type { CheckedLabels, Label, LabelKind } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { Numbering } from '../../numeric/numbering.ts';

/** Properties of labels that determine how they are encoded. */
export type LabelShape = Pick<CheckedLabels, 'kind' | 'fitsInt32'>;

/**
 * Encodes the labels of one side as 32-bit codes, and decodes them. Booleans and 32-bit integers are their own codes;
 * strings and larger numbers are numbered in order of first appearance.
 */
export class LabelCodes {
  #kind: LabelKind | undefined;
  #numbering: Numbering<number | string> | undefined;

  /** The kind of the labels; undefined before the first one. */
  get kind(): LabelKind | undefined {
    return this.#kind;
  }

  /** The shape to {@link LabelCodes.prepare} another side for these labels. Valid only after the first label. */
  get shape(): LabelShape {
    return { kind: this.#kind, fitsInt32: this.areOrdered } as LabelShape;
  }

  /** True if codes have the order of their labels, so that sorted codes are sorted labels. */
  get areOrdered(): boolean {
    return this.#numbering === undefined;
  }

  /** @throws {@link MetricInputError} if the labels seen so far are of another kind. */
  requireKind(kind: LabelKind | undefined, name: string): void {
    if (this.#kind === undefined || kind === undefined || this.#kind === kind) return;
    throw new MetricInputError(`${name}: expected ${this.#kind} labels, as in earlier batches, got ${kind} labels`);
  }

  /**
   * Prepares for labels of this kind.
   *
   * @returns true if existing codes have changed: labels were their own codes and are now numbered.
   */
  prepare(labels: LabelShape): boolean {
    this.#kind = labels.kind;
    if (labels.fitsInt32 || this.#numbering !== undefined) return false;
    this.#numbering = new Numbering();
    return labels.kind === 'number';
  }

  /** Returns true if the labels are their own codes and need no copy. */
  areCodes(labels: CheckedLabels): labels is CheckedLabels & { readonly values: Int32Array } {
    return this.#numbering === undefined && labels.values instanceof Int32Array;
  }

  /** Returns the codes of labels [start, end), without copying where possible. */
  encode(labels: CheckedLabels, start: number, end: number): Int32Array {
    if (this.areCodes(labels)) return labels.values.subarray(start, end);
    const { values } = labels;
    if (this.#numbering === undefined) {
      return new Int32Array((values as NumericTypedArray).subarray(start, end));
    }
    const codes = new Int32Array(end - start);
    for (let i = start; i < end; i++) codes[i - start] = this.encodeLabel(values[i]!);
    return codes;
  }

  /** Returns the code of a label; assigns the next one to a new label. */
  encodeLabel(label: number | string): number {
    return this.#numbering === undefined ? (label as number) : this.#numbering.numberOf(label);
  }

  /** Translates a code of `other` into the code of the same label here; undefined if the label is unknown. */
  find(other: LabelCodes, code: number): number | undefined {
    if (this.#kind !== other.#kind) return undefined;
    const label = other.rawLabel(code);
    if (this.#numbering !== undefined) return this.#numbering.find(label);
    return label === ((label as number) | 0) ? label : undefined;
  }

  /** Translates codes of `other` into codes of the same labels here; assigns codes to new labels. */
  translate(other: LabelCodes, codes: Int32Array): Int32Array {
    if (this.areOrdered && other.areOrdered) return codes;
    return codes.map((code) => this.encodeLabel(other.rawLabel(code)));
  }

  /** Returns the label of a code; booleans as 0 or 1. */
  rawLabel(code: number): number | string {
    return this.#numbering === undefined ? code : this.#numbering.values[code]!;
  }

  /** Returns the label of a code. */
  label(code: number): Label {
    return this.#kind === 'boolean' ? code === 1 : this.rawLabel(code);
  }

  clone(): LabelCodes {
    const copy = new LabelCodes();
    copy.#kind = this.#kind;
    copy.#numbering = this.#numbering && new Numbering(this.#numbering.values);
    return copy;
  }
}
