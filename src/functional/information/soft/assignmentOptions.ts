import { booleanCheck } from '../../../inputs/optionCheck.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

/** Options of the mutual information of soft cluster assignments. */
export interface AssignmentMutualInfoOptions {
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
  /**
   * Whether the two sides may be swapped for each sample, as for two views of it: the joint
   * probabilities are averaged with their transpose. False when left out.
   */
  readonly symmetric?: boolean | undefined;
}

/** Reads {@link AssignmentMutualInfoOptions}. */
export const assignmentOptions: OptionsReader<AssignmentMutualInfoOptions> = /* @__PURE__ */ defineOptions(
  'AssignmentMutualInfoOptions',
  () => ({ base: baseCheck(), symmetric: booleanCheck() }),
);
