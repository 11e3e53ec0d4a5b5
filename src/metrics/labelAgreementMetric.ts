import { agreementOptions, type AgreementOptions } from '../functional/classification/multilabel/multilabelOptions.ts';
import { checkLabelAgreement } from '../inputs/checkLabelAgreement.ts';
import type { CheckedMultilabels, MultilabelBatchOptions } from '../inputs/multilabels.ts';
import { MultilabelMetric } from './multilabelMetric.ts';

/**
 * Base class for scores in which only right and wrong labels matter. A batch may have one class per sample, so the state is
 * not shared with scores for which the two kinds of wrong labels differ.
 */
export abstract class LabelAgreementMetric extends MultilabelMetric<AgreementOptions> {
  constructor(options?: AgreementOptions) {
    super(options, agreementOptions);
  }

  /** Key of the state, which only scores of right and wrong labels share. */
  override get stateKey(): string {
    return `agreement ${super.stateKey}`;
  }

  /** @internal */
  protected override checkBatch(
    preds: unknown,
    target: unknown,
    options: MultilabelBatchOptions,
  ): CheckedMultilabels<Uint8Array> {
    return checkLabelAgreement(preds, target, options);
  }
}
