import { mean } from '../../../numeric/mean.ts';

/** Terms of an estimate, one for each sample: their mean plus `shift` is the estimate. */
export interface SampleTerms {
  readonly values: Float64Array;
  /** Constant of all terms, added after the mean. */
  readonly shift: number;
  /** Index of each sample in the input; undefined if the samples are in the order of the input. */
  readonly order?: Int32Array | undefined;
}

/** Returns the estimate. */
export function meanOfTerms({ values, shift }: SampleTerms): number {
  return shift + mean(values);
}

/** Returns the term of each sample with its constant, in the order of the input. */
export function termsInInputOrder({ values, shift, order }: SampleTerms): Float64Array {
  const ordered = new Float64Array(values.length);
  for (let place = 0; place < values.length; place++) {
    ordered[order === undefined ? place : order[place]!] = values[place]! + shift;
  }
  return ordered;
}
