import { baseCheck } from '../discrete/informationOptions.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { optionCheck, countCheck, booleanCheck, functionCheck } from '../../../inputs/optionCheck.ts';

/** Options of {@link mutualInfoRegression} and {@link mutualInfoClassif}. */
export interface FeatureSelectionOptions {
  /** Which features are discrete: all, or by a mark for each, or by their columns; none when left out. */
  readonly discreteFeatures?: boolean | readonly boolean[] | readonly number[] | undefined;
  /** Number of neighbours, below the number of samples. Default: 3. */
  readonly nNeighbors?: number | undefined;
  /** Whether estimates below 0 become 0, as in scikit-learn; true when left out. */
  readonly clip?: boolean | undefined;
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
  /** Is told after each feature how many are done, and how many there are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Reads {@link FeatureSelectionOptions}. */
export const featureSelectionOptions: OptionsReader<FeatureSelectionOptions> = /* @__PURE__ */ defineOptions(
  'FeatureSelectionOptions',
  () => ({
    discreteFeatures: optionCheck(isBooleanOrList, 'true, false, a list of these or a list of columns'),
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
