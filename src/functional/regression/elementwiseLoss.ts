import type { PairOptions } from '../../inputs/labelPairs.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import type { OptionCheck } from '../../inputs/options/optionCheck.ts';
import { checkOutputPairs, OUTPUT_NAMES } from '../../inputs/regression/outputPairs.ts';
import type { CheckedSamples, Samples } from '../../inputs/samples.ts';
import { magnitudeOf } from '../../numeric/kernels/magnitudeOf.ts';
import { OutputSums } from '../../state/moments/outputSums.ts';
import type { AveragingOptions } from './averageOutputs.ts';
import type { OutputLoss } from './outputLoss.ts';

/** Number that is computed from one prediction and its target. */
export type Term = (pred: number, target: number) => number;

/** Values that a loss is defined for. Default: all finite numbers. */
export interface ValueLimits {
  readonly preds?: OptionCheck;
  readonly target?: OptionCheck;
}

type Definition<Options extends AveragingOptions> = Pick<OutputLoss<Options>, 'name' | 'options'> &
  Partial<Pick<OutputLoss<Options>, 'sumsName' | 'score' | 'undefinedReason' | 'isPooled'>> & {
    /** Number of terms. Default: 1. */
    readonly termCount?: number;
    /** Returns the terms that are summed over samples. */
    readonly terms: (options: Options) => readonly Term[];
    readonly limits?: (options: Options) => ValueLimits;
    /** True if a term can be infinite, such as a ratio to a target of 0. Other terms are infinite only by overflow. */
    readonly canBeInfinite?: boolean;
  };

/** Defines a loss that sums terms of pairs of a prediction and a target. Default of its score: the mean of one term. */
export function elementwiseLoss<Options extends AveragingOptions>(
  definition: Definition<Options>,
): OutputLoss<Options> {
  const { terms, limits, termCount = 1, canBeInfinite = false, ...given } = definition;
  const sumsOf = (preds: Samples, target: Samples, options: Options & PairOptions): OutputSums => {
    const pairs = checkOutputPairs(preds, target, options.sampleWeight);
    const limit = limits?.(options) ?? {};
    OUTPUT_NAMES.forEach((name) => {
      requireWithin(pairs[name], name, limit[name]);
    });
    const values = valuesOf(pairs.preds, pairs.target, terms(options));
    if (!canBeInfinite) requireFiniteTerms(values);
    return OutputSums.of(values, pairs.weights);
  };
  return { sumsName: () => given.name, score: ([sum], weight) => sum! / weight, ...given, terms: termCount, sumsOf };
}

function requireWithin({ data, d }: CheckedSamples, name: string, check: OptionCheck | undefined): void {
  if (check === undefined) return;
  for (let k = 0; k < data.length; k++) {
    if (check.isValid(data[k])) continue;
    throw inputError(`${name}: row ${Math.floor(k / d)}, column ${k % d}`, check.expected(data[k]), data[k]);
  }
}

/** Returns the values of each term of each output, `[outputs][terms][N]`. */
function valuesOf(preds: CheckedSamples, target: CheckedSamples, terms: readonly Term[]): Float64Array[][] {
  const { n, d } = preds;
  return Array.from({ length: d }, (_, j) =>
    terms.map((term) => {
      const values = new Float64Array(n);
      for (let i = 0; i < n; i++) values[i] = term(preds.data[i * d + j]!, target.data[i * d + j]!);
      return values;
    }),
  );
}

function requireFiniteTerms(values: readonly (readonly Float64Array[])[]): void {
  values.forEach((ofOutput, column) => {
    for (const term of ofOutput) {
      if (Number.isFinite(magnitudeOf(term))) continue;
      const row = term.findIndex((value) => !Number.isFinite(value));
      if (row === -1) continue;
      throw inputError(
        `preds, target: row ${row}, column ${column}`,
        'a loss below 1.8e308',
        term[row],
        'divide all values by the same number',
      );
    }
  });
}
