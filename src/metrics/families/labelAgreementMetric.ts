import {
  agreementOptions,
  type AgreementOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import { checkLabelAgreement } from '../../inputs/classification/checkLabelAgreement.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { CheckedMultilabels } from '../../inputs/classification/multilabels.ts';
import { MultilabelMetric } from './multilabelMetric.ts';

/**
 * Base class for scores in which only right and wrong labels matter. A batch may have one class per sample, so the
 * state is not shared with scores for which the two kinds of wrong labels differ.
 */
export abstract class LabelAgreementMetric extends MultilabelMetric<AgreementOptions> {
  constructor(options?: AgreementOptions) {
    super(options, agreementOptions);
  }

  /** Key of the state, which only scores of right and wrong labels share. */
  override get stateKey(): string {
    return `agreement ${JSON.stringify({ ...this.options, onUndefined: undefined })}`;
  }

  /** All other options determine how a batch is read. */
  protected override get scoreOptions(): Pick<AgreementOptions, 'onUndefined'> {
    return { onUndefined: this.options.onUndefined };
  }

  /** Any counts are valid: one class per sample is counted as one label, whatever the option `labels`. */
  override validateState(): void {
    // Nothing to check.
  }

  /** @internal */
  protected override checkBatch(preds: unknown, target: unknown, batch: PairOptions): CheckedMultilabels<Uint8Array> {
    return checkLabelAgreement(preds, target, { ...this.options, ...batch });
  }
}
