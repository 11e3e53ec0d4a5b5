import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { estimateOptions, type EstimateOptions } from '../estimate/estimateOptions.ts';

/** Progress of `latentMutualInfo` after one fit. */
export interface LatentProgress {
  /** Number of fits that are done. */
  readonly done: number;
  /** Number of fits. */
  readonly fits: number;
}

/** Options for {@link latentMutualInfo}. Both `x` and `y` are required. */
export interface LatentOptions extends Pick<
  EstimateOptions,
  'x' | 'y' | 'batchSize' | 'learningRate' | 'maxSteps' | 'seed'
> {
  /** Largest number of latent dimensions of each variable. Default: 8. */
  readonly dimensions?: number | undefined;
  /** Called and awaited after every fit. */
  readonly onProgress?: ((progress: LatentProgress) => unknown) | undefined;
}

/** Validates {@link LatentOptions}. */
export const latentOptions: OptionsReader<LatentOptions> = /* @__PURE__ */ defineOptions('latentMutualInfo', () => {
  const { x, y, dimensions, batchSize, learningRate, maxSteps, seed, onProgress } = estimateOptions.checks();
  return { x, y, dimensions, batchSize, learningRate, maxSteps, seed, onProgress };
});
