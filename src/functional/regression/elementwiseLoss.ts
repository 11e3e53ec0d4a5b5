import type { PairOptions } from '../../inputs/labelPairs.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import type { OptionCheck } from '../../inputs/options/optionCheck.ts';
import { checkOutputPairs, OUTPUT_NAMES } from '../../inputs/regression/outputPairs.ts';
import { samplePlace } from '../../inputs/samplePlace.ts';
import type { CheckedSamples, Samples } from '../../inputs/samples.ts';
import { OutputSums } from '../../state/moments/outputSums.ts';
import type { AveragingOptions } from './averageOutputs.ts';
import type { OutputLoss } from './outputLoss.ts';
import { sumOfTerms } from './sumOfTerms.ts';

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
    const { n, d } = pairs.preds;
    const [x, y] = [pairs.preds.data, pairs.target.data];
    const termsOf = terms(options);
    const sums = Array.from({ length: d }, (_, j) =>
      termsOf.map((term) => {
        const termAt = d === 1 ? (i: number) => term(x[i]!, y[i]!) : (i: number) => term(x[i * d + j]!, y[i * d + j]!);
        return sumOfTerms({ n, weights: pairs.weights, termAt, canBeInfinite });
      }),
    );
    return OutputSums.of(sums, n, pairs.weights);
  };
  return { sumsName: () => given.name, score: ([sum], weight) => sum! / weight, ...given, terms: termCount, sumsOf };
}

function requireWithin(samples: CheckedSamples, name: string, check: OptionCheck | undefined): void {
  if (check === undefined) return;
  const { data } = samples;
  for (let k = 0; k < data.length; k++) {
    if (check.isValid(data[k])) continue;
    throw inputError(samplePlace(name, k, samples), check.expected(data[k]), data[k]);
  }
}
