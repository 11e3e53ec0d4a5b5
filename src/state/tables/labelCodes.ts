import type { NumericTypedArray } from '../../inputs/isTypedArray.ts';
import type { CheckedLabels, Label, LabelKind } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';

/** What has to be known of labels to make room for them. */
export type LabelShape = Pick<CheckedLabels, 'kind' | 'fitsInt32'>;

/**
 * How the labels of one side become 32-bit codes and back. Whole numbers of 32 bits and booleans
 * are their own codes; strings and larger numbers are numbered as they are first seen.
 */
export class LabelCodes {
  #kind: LabelKind | undefined;
  #numbering: Map<number | string, number> | undefined;
  #labels: (number | string)[] = [];

  /** Which kind of label this side holds; undefined before the first one. */
  get kind(): LabelKind | undefined {
    return this.#kind;
  }

  /** What another side has to make room for, to take these labels in; only once there are some. */
  get shape(): LabelShape {
    return { kind: this.#kind, fitsInt32: this.areOrdered } as LabelShape;
  }

  /** Whether codes are in the order of their labels, so that sorted codes are sorted labels. */
  get areOrdered(): boolean {
    return this.#numbering === undefined;
  }

  /** @throws {@link MetricInputError} when labels of this kind can't join those already seen. */
  requireKind(kind: LabelKind | undefined, name: string): void {
    if (this.#kind === undefined || kind === undefined || this.#kind === kind) return;
    throw new MetricInputError(`${name}: expected ${this.#kind} labels as in the batches before, got ${kind} labels`);
  }

  /**
   * Makes room for labels of this kind.
   *
   * @returns whether codes given so far have changed: labels were their own codes and no longer are.
   */
  prepare(labels: LabelShape): boolean {
    this.#kind = labels.kind;
    if (labels.fitsInt32 || this.#numbering !== undefined) return false;
    this.#numbering = new Map();
    return labels.kind === 'number';
  }

  /** Whether labels are their codes already, and can be read in place. */
  areCodes(labels: CheckedLabels): labels is CheckedLabels & { readonly values: Int32Array } {
    return this.#numbering === undefined && labels.values instanceof Int32Array;
  }

  /** The codes of the labels from `start` to `end`, read in place where they can be. */
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

  /** The code of one label, given to it now if it has none. */
  encodeLabel(label: number | string): number {
    if (this.#numbering === undefined) return label as number;
    let code = this.#numbering.get(label);
    if (code === undefined) {
      code = this.#labels.length;
      this.#numbering.set(label, code);
      this.#labels.push(label === 0 ? 0 : label);
    }
    return code;
  }

  /** The code here of the label that `other` codes so; undefined when it is not known here. */
  find(other: LabelCodes, code: number): number | undefined {
    if (this.#kind !== other.#kind) return undefined;
    const label = other.rawLabel(code);
    if (this.#numbering !== undefined) return this.#numbering.get(label);
    return label === ((label as number) | 0) ? label : undefined;
  }

  /** The codes here of labels that `other` codes so, given to them now if they have none. */
  translate(other: LabelCodes, codes: Int32Array): Int32Array {
    if (this.areOrdered && other.areOrdered) return codes;
    return codes.map((code) => this.encodeLabel(other.rawLabel(code)));
  }

  /** The label that has this code, before booleans are made of it. */
  rawLabel(code: number): number | string {
    return this.#numbering === undefined ? code : this.#labels[code]!;
  }

  /** The label that has this code. */
  label(code: number): Label {
    return this.#kind === 'boolean' ? code === 1 : this.rawLabel(code);
  }

  clone(): LabelCodes {
    const copy = new LabelCodes();
    copy.#kind = this.#kind;
    copy.#numbering = this.#numbering && new Map(this.#numbering);
    copy.#labels = this.#labels.slice();
    return copy;
  }
}
