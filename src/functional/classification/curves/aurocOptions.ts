import type { Label } from '../../../inputs/labels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck, optionCheck } from '../../../inputs/options/optionCheck.ts';
import type { ClassComparison } from '../../../state/scores/classScoreCounts.ts';
import { lossOptions } from '../losses/lossOptions.ts';
import { scoreOptions, type ScoreOptions } from './scoreOptions.ts';

/** Options for {@link auroc}. */
export interface AurocOptions extends ScoreOptions {
  /**
   * Largest false positive rate, above 0: the area up to it, corrected to 0.5 for random scores and 1 for perfect ones.
   * Default: 1, the whole area.
   */
  readonly maxFpr?: number | undefined;
  /**
   * For scores of several classes, `[N, K]`, of which column k is class k: `'ovr'` compares the samples of each class with
   * all others, `'ovo'` each pair of classes. Required for such scores; only with the options `average`, `labels`,
   * `thresholds`, `ignoreLabel` and `onUndefined`.
   */
  readonly multiclass?: ClassComparison | undefined;
  /**
   * Mean over classes or pairs: `'macro'`, or `'weighted'` by their number of samples. Only with `multiclass`. Default:
   * `'macro'`.
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
