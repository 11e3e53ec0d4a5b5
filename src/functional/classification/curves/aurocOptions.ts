import type { Label } from '../../../inputs/labels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck, optionCheck } from '../../../inputs/options/optionCheck.ts';
import { lossOptions } from '../losses/lossOptions.ts';
import { scoreOptions, type ScoreOptions } from './scoreOptions.ts';

/** Options for {@link auroc}. */
export interface AurocOptions extends ScoreOptions {
  /**
   * Largest false positive rate, above 0 and at most 1, up to which the area is computed. The area is rescaled so that
   * it is 0.5 for random scores and 1 for perfect scores. Default: 1, the whole area.
   */
  readonly maxFpr?: number | undefined;
  /**
   * Comparison for scores of several classes, `[N, K]`: each class against all others (`'ovr'`), or each pair of
   * classes (`'ovo'`). Required for such scores. Cannot be combined with `maxFpr`, `positiveLabel` and `fromLogits`.
   */
  readonly multiclass?: 'ovr' | 'ovo' | undefined;
  /**
   * Mean over classes or pairs of classes: unweighted (`'macro'`), or weighted by their number of samples
   * (`'weighted'`). Only with `multiclass`. Default: `'macro'`.
   */
  readonly average?: 'macro' | 'weighted' | undefined;
  /** Label of each column of class scores, in order. Only with `multiclass`. Default: column k is label k. */
  readonly labels?: readonly Label[] | undefined;
}

/** Reads {@link AurocOptions}. */
export const aurocOptions: OptionsReader<AurocOptions> = /* @__PURE__ */ defineOptions('auroc', () => ({
  ...scoreOptions.checks(),
  multiclass: oneOfCheck(['ovr', 'ovo']),
  average: oneOfCheck(['macro', 'weighted']),
  labels: lossOptions.checks().labels,
  maxFpr: optionCheck((value) => typeof value === 'number' && value > 0 && value <= 1, 'a number above 0, at most 1'),
}));
