import { inputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { samplePlace } from '../../../inputs/samplePlace.ts';
import type { CheckedSamples } from '../../../inputs/samples.ts';
import { baseCheck, inBase } from '../../information/discrete/informationOptions.ts';
import { sum } from '../../../numeric/sum.ts';
import { undefinedOptions, type UndefinedOptions } from '../outputOptions.ts';
import type { OutputLoss } from '../outputLoss.ts';
import { rowLoss } from '../rowLoss.ts';

/** Options for divergences of distributions. */
export interface DivergenceOptions extends UndefinedOptions {
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
}

const divergenceOptions: OptionsReader<DivergenceOptions> = /* @__PURE__ */ defineOptions<DivergenceOptions>(
  'DivergenceOptions',
  () => ({ ...undefinedOptions.checks(), base: baseCheck() }),
);

type Probabilities = Float64Array | Float32Array;

/**
 * Defines the mean divergence of pairs of distributions, of which each is divided by its sum.
 *
 * @param limit - upper limit of the divergence in nats. Default: none.
 */
export function divergence(
  name: string,
  ofRow: (p: Probabilities, q: Probabilities, sums: readonly [p: number, q: number]) => number,
  limit?: number,
): OutputLoss<DivergenceOptions> {
  return rowLoss<DivergenceOptions>({
    name,
    options: divergenceOptions,
    sumsName: ({ base }) => `${name} ${base ?? 'e'}`,
    names: ['p', 'q'],
    checkRows: requireDistributions,
    canBeInfinite: true,
    // Rounding may not make a divergence negative.
    ofRow: (p, q, { base }) => inBase(Math.max(0, ofRow(p, q, [sum(p), sum(q)])), base),
    // Rounding may not exceed the limit.
    score: ([total], weight, { base }) => Math.min(inBase(limit ?? Infinity, base), total! / weight),
  });
}

function requireDistributions(samples: CheckedSamples, name: string): void {
  const { data, n, d } = samples;
  for (let i = 0; i < n; i++) {
    let total = 0;
    for (let j = 0; j < d; j++) {
      const value = data[i * d + j]!;
      if (value < 0) throw inputError(samplePlace(name, i * d + j, samples), 'a number ≥ 0', value);
      total += value;
    }
    if (total === 0 || total === Infinity) throw inputError(`${name}: row ${i}`, 'a finite sum above 0', total);
  }
}

/** Returns Σ pₖ ln(ratioₖ) of `size` terms; a term with pₖ = 0 is 0. */
export function relativeEntropy(size: number, p: (k: number) => number, logRatio: (k: number) => number): number {
  let total = 0;
  for (let k = 0; k < size; k++) {
    const share = p(k);
    if (share > 0) total += share * logRatio(k);
  }
  return total;
}
