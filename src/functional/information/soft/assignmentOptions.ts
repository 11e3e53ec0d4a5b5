import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

/** Options for the mutual information of soft cluster assignments. */
export interface AssignmentMutualInfoOptions {
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
  /**
   * Whether to average the joint probabilities with their transpose. Use it if p and q come from interchangeable views
   * of each sample. Default: false.
   */
  readonly symmetric?: boolean | undefined;
}

/** Reads {@link AssignmentMutualInfoOptions}. */
export const assignmentOptions: OptionsReader<AssignmentMutualInfoOptions> = /* @__PURE__ */ defineOptions(
  'AssignmentMutualInfoOptions',
  () => ({ base: baseCheck(), symmetric: booleanCheck() }),
);
