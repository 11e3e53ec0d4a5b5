import type { NumericTypedArray } from '../../inputs/isTypedArray.ts';
import type { CheckedLabels, Label, LabelKind } from '../../inputs/labels.ts';
import { Numbering } from '../../numeric/numbering.ts';

/** Properties of labels that determine how they are encoded. */
export type LabelShape = Pick<CheckedLabels, 'kind' | 'fitsInt32'>;

/**
 * Encodes the labels of one side as 32-bit codes, and decodes them. Booleans and 32-bit integers are their own codes.
 * Strings are numbered in order of first appearance. So are larger numbers, except those of the first batch, which are
 * numbered in ascending order.
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
    return { kind: this.#kind, fitsInt32: this.#numbering === undefined } as LabelShape;
  }

  /** True if codes have the order of their labels, so that sorted codes are sorted labels. */
  get areOrdered(): boolean {
    return this.#numbering?.areSorted ?? true;
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

  /** Returns the codes of labels [start, end), without copying where possible, otherwise in `buffer`. */
  encode({ values }: CheckedLabels, start: number, end: number, buffer?: Int32Array): Int32Array {
    if (this.#numbering === undefined && values instanceof Int32Array) return values.subarray(start, end);
    const codes = buffer?.subarray(0, end - start) ?? new Int32Array(end - start);
    if (this.#numbering === undefined) codes.set((values as NumericTypedArray).subarray(start, end));
    else for (let i = start; i < end; i++) codes[i - start] = this.encodeLabel(values[i]!);
    return codes;
  }

  /** Returns the codes of all labels if that is faster than in parts: they need no copy, or are numbered by sorting. */
  encodeAll({ kind, values }: CheckedLabels): Int32Array | undefined {
    if (this.#numbering === undefined) return values instanceof Int32Array ? values : undefined;
    if (kind !== 'number' || this.#numbering.size > 0) return undefined;
    return this.#numbering.numberSorted(values instanceof Float64Array ? values : new Float64Array(values));
  }

  /** Returns the code of a label; assigns the next one to a new label. */
  encodeLabel(label: number | string): number {
    return this.#numbering === undefined ? (label as number) : this.#numbering.numberOf(label);
  }

  /** Returns the code of a label; undefined if the label is unknown. */
  find(label: number | string): number | undefined {
    if (this.#numbering !== undefined) return this.#numbering.find(label);
    return label === ((label as number) | 0) ? label : undefined;
  }

  /** Returns the label of a code; booleans as 0 or 1. */
  rawLabel(code: number): number | string {
    return this.#numbering === undefined ? code : this.#numbering.at(code);
  }

  /** Returns the label of a code. */
  label(code: number): Label {
    return this.#kind === 'boolean' ? code === 1 : this.rawLabel(code);
  }

  /**
   * Returns a function that returns the labels of codes. They are decoded by its first call, because most scores use no
   * labels, and an array of 10^6 numbers takes as long as their score. Codes that are added later do not change them.
   */
  labels(codes: Int32Array): () => readonly Label[] {
    const decoder = new LabelCodes();
    [decoder.#kind, decoder.#numbering] = [this.#kind, this.#numbering];
    let labels: Label[] | undefined;
    return () => {
      if (labels !== undefined) return labels;
      labels = new Array<Label>(codes.length);
      for (let k = 0; k < codes.length; k++) labels[k] = decoder.label(codes[k]!);
      return labels;
    };
  }

  clone(): LabelCodes {
    const copy = new LabelCodes();
    copy.#kind = this.#kind;
    copy.#numbering = this.#numbering?.clone();
    return copy;
  }
}
