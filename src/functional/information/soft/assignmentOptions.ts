import { booleanCheck } from '../../../inputs/optionCheck.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../../../inputs/options.ts';
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

/** The checks of {@link AssignmentMutualInfoOptions}. */
export function assignmentChecks(): OptionChecks<AssignmentMutualInfoOptions> {
  return { base: baseCheck(), symmetric: booleanCheck() };
}

/** The check of {@link AssignmentMutualInfoOptions} alone. */
export const assignmentOptions: OptionSchema<AssignmentMutualInfoOptions> =
  /* @__PURE__ */ optionSchema<AssignmentMutualInfoOptions>(assignmentChecks);
