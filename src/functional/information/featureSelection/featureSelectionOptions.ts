import { baseCheck } from '../discrete/informationOptions.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { optionCheck, countCheck, booleanCheck, functionCheck } from '../../../inputs/options/optionCheck.ts';

/** Options for {@link mutualInfoRegression} and {@link mutualInfoClassif}. */
export interface FeatureSelectionOptions {
  /** Discrete features: `true` for all, a boolean for each feature, or a list of column indices. Default: none. */
  readonly discreteFeatures?: boolean | readonly boolean[] | readonly number[] | undefined;
  /** Number of nearest neighbors of each sample, less than the number of samples. Default: 3. */
  readonly nNeighbors?: number | undefined;
  /** Whether to set negative estimates to 0, as scikit-learn does. Default: true. */
  readonly clip?: boolean | undefined;
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
  /** Called after each feature with the number of features done and their total number. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Reads {@link FeatureSelectionOptions}. */
export const featureSelectionOptions: OptionsReader<FeatureSelectionOptions> = /* @__PURE__ */ defineOptions(
  'FeatureSelectionOptions',
  () => ({
    discreteFeatures: optionCheck(isBooleanOrList, 'a boolean, an array of booleans or an array of column indices'),
    nNeighbors: countCheck(),
    clip: booleanCheck(),
    base: baseCheck(),
    onProgress: functionCheck(),
  }),
);

function isBooleanOrList(value: unknown): boolean {
  if (!Array.isArray(value)) return typeof value === 'boolean';
  return (
    value.every((mark) => typeof mark === 'boolean') ||
    value.every((column) => Number.isSafeInteger(column) && (column as number) >= 0)
  );
}
