import type { PairOptions } from '../../inputs/labelPairs.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { checkOutputPairs } from '../../inputs/regression/outputPairs.ts';
import type { CheckedSamples, Samples } from '../../inputs/samples.ts';
import { OutputSums } from '../../state/moments/outputSums.ts';
import type { UndefinedOptions } from './outputOptions.ts';
import type { OutputLoss } from './outputLoss.ts';
import { sumOfTerms } from './sumOfTerms.ts';

interface Definition<Options extends UndefinedOptions>
  extends Pick<OutputLoss<Options>, 'name' | 'options'>, Partial<Pick<OutputLoss<Options>, 'sumsName' | 'score'>> {
  /** Names of the two arguments in error messages. */
  readonly names: readonly [string, string];
  /** Checks the rows of one argument. */
  readonly checkRows?: (samples: CheckedSamples, name: string) => void;
  /** True if the loss of a row can be infinite. */
  readonly canBeInfinite?: boolean;
  /** Computes the loss of the rows of both arguments that start at `start`. */
  readonly ofRow: (first: Float64Array | Float32Array, second: Float64Array | Float32Array, options: Options) => number;
}

/** Defines the mean of a number for each pair of rows, `[N, K]` with K ≥ 2. */
export function rowLoss<Options extends UndefinedOptions>(definition: Definition<Options>): OutputLoss<Options> {
  const { names, checkRows, ofRow, canBeInfinite, ...given } = definition;
  const sumsOf = (first: Samples, second: Samples, options: Options & PairOptions): OutputSums => {
    const { preds, target, weights } = checkOutputPairs(first, second, options.sampleWeight, names);
    for (const [k, samples] of [preds, target].entries()) {
      requireRows(samples, names[k]!);
      checkRows?.(samples, names[k]!);
    }
    const { n, d } = preds;
    const rowOf = ({ data }: CheckedSamples, i: number) => data.slice(i * d, (i + 1) * d);
    const termAt = (i: number): number => ofRow(rowOf(preds, i), rowOf(target, i), options);
    return OutputSums.of([[sumOfTerms({ n, weights, termAt, canBeInfinite })]], n, weights);
  };
  return { sumsName: () => given.name, score: ([sum], weight) => sum! / weight, ...given, terms: 1, sumsOf };
}

function requireRows({ n, d }: CheckedSamples, name: string): void {
  if (n === 0 || d > 1) return;
  throw new MetricInputError(
    `${name}: expected rows [N, K] of at least 2 numbers, got [${n}, ${d}]; pass a single row as [[…]]`,
  );
}
