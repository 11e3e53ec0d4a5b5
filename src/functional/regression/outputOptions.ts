import { onUndefinedCheck, type OnUndefined } from '../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { booleanCheck, oneOfCheck } from '../../inputs/options/optionCheck.ts';

/**
 * Method of combining the scores of several outputs:
 * - `'uniformAverage'`: their mean;
 * - `'rawValues'`: the score of each output, as an array.
 */
export type Multioutput = 'uniformAverage' | 'rawValues';

/** Options of a score without outputs. */
export interface UndefinedOptions {
  /**
   * Value if the formula is 0/0, or if there are no samples. Default: the value in the description of the score for
   * 0/0, and NaN without samples.
   */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Common options for scores of one or several outputs. */
export interface OutputOptions<Mode extends Multioutput = Multioutput> extends UndefinedOptions {
  /**
   * How to combine the scores of several outputs: `'uniformAverage'` (their mean), or `'rawValues'` (an array with the
   * score of each output; `[]` without samples). Default: `'uniformAverage'`.
   */
  readonly multioutput?: Mode | undefined;
}

/** Value of a score: a number, or with `multioutput: 'rawValues'` an array with the score of each output. */
export type OutputScore<Mode> = Mode extends 'rawValues' ? number[] : number;

/** Reads {@link UndefinedOptions}. */
export const undefinedOptions: OptionsReader<UndefinedOptions> = /* @__PURE__ */ defineOptions(
  'UndefinedOptions',
  () => ({ onUndefined: onUndefinedCheck() }),
);

/** Reads {@link OutputOptions}. */
export const outputOptions: OptionsReader<OutputOptions> = /* @__PURE__ */ defineOptions('OutputOptions', () => ({
  ...undefinedOptions.checks(),
  multioutput: oneOfCheck(['uniformAverage', 'rawValues']),
}));

/** Options for squared errors. */
export interface SquaredOptions<Mode extends Multioutput = Multioutput> extends OutputOptions<Mode> {
  /** Return the squared error; false returns its square root, such as the RMSE. Default: true. */
  readonly squared?: boolean | undefined;
}

/** Reads {@link SquaredOptions}. */
export const squaredOptions: OptionsReader<SquaredOptions> = /* @__PURE__ */ defineOptions('SquaredOptions', () => ({
  ...outputOptions.checks(),
  squared: booleanCheck(),
}));

/**
 * Method of combining the scores of several outputs:
 * - `'uniformAverage'`: their mean;
 * - `'varianceWeighted'`: their mean, weighted by the variances of the targets;
 * - `'rawValues'`: the score of each output, as an array.
 */
export type VarianceMultioutput = Multioutput | 'varianceWeighted';

/** Common options for scores relative to the variance of the targets. */
export interface VarianceOutputOptions<
  Mode extends VarianceMultioutput = VarianceMultioutput,
> extends UndefinedOptions {
  /**
   * How to combine the scores of several outputs: `'uniformAverage'` (their mean), `'varianceWeighted'` (their mean,
   * weighted by the variances of the targets), or `'rawValues'` (an array with the score of each output; `[]` without
   * samples). Default: `'uniformAverage'`.
   */
  readonly multioutput?: Mode | undefined;
}

/** Reads {@link VarianceOutputOptions}. */
export const varianceOutputOptions: OptionsReader<VarianceOutputOptions> = /* @__PURE__ */ defineOptions(
  'VarianceOutputOptions',
  () => ({
    ...undefinedOptions.checks(),
    multioutput: oneOfCheck(['uniformAverage', 'varianceWeighted', 'rawValues']),
  }),
);
