import { withoutOptions } from '../../../inputs/options/withoutOptions.ts';
import type { ScoreReadingOptions } from '../../../inputs/classification/binaryScores.ts';
import type { ClassScoreReadingOptions } from '../../../inputs/classification/classScores.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { isLabel, type OnUndefined } from '../../../inputs/options/labelOptions.ts';
import { optionCheck } from '../../../inputs/options/optionCheck.ts';
import { scoreOptions } from '../curves/scoreOptions.ts';

/** Common options for losses, which are means over samples. */
export interface LossOptions extends ScoreReadingOptions, ClassScoreReadingOptions {
  /** Value if there are no samples. Default: NaN. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Reads {@link LossOptions}. */
export const lossOptions: OptionsReader<LossOptions> = /* @__PURE__ */ defineOptions('LossOptions', () => ({
  ...withoutOptions(scoreOptions.checks(), ['thresholds']),
  labels: optionCheck(
    (value) => Array.isArray(value) && value.length > 1 && value.every(isLabel) && new Set(value).size === value.length,
    'a list of at least two distinct labels',
  ),
}));
