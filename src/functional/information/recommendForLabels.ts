import { countOf } from '../../inputs/countOf.ts';
import type { EstimatorRecommendation } from './estimatorRecommendation.ts';
import type { VariableFacts } from './variableFacts.ts';

/** Bias of the plug-in estimate, in nats, above which it is corrected. */
const SMALL_BIAS = 0.01;

/** Facts of a variable, and its name. */
export interface NamedVariable extends VariableFacts {
  readonly name: 'x' | 'y';
}

/** Returns the recommendation for two variables of labels, as `recommendEstimator`. */
export function recommendForLabels(x: NamedVariable, y: NamedVariable): EstimatorRecommendation {
  const { n } = x;
  const pairs = `for ${countOf(n, 'sample')} and ${x.distinct} × ${y.distinct} labels`;
  const bias = ((x.distinct - 1) * (y.distinct - 1)) / (2 * n);
  const about = { name: 'mutualInfoScore', order: ['x', 'y'] } as const;
  const kinds = [labelsOf(x), labelsOf(y)];
  if (bias <= SMALL_BIAS) {
    return { ...about, options: {}, reasons: [...kinds, `${pairs}, the bias of counts is at most ${SMALL_BIAS} nats`] };
  }
  if (n >= x.distinct * y.distinct) {
    const reason = `${pairs}, counts give about ${bias.toFixed(2)} nats too much, which "jackknife" corrects`;
    return { ...about, options: { estimator: 'jackknife' }, reasons: [...kinds, reason] };
  }
  const reason = `${pairs}, most pairs are rare; "grassberger" reduces the bias, but the estimate can still be too high`;
  return { ...about, options: { estimator: 'grassberger' }, reasons: [...kinds, reason] };
}

/** Describes a variable of labels. */
export function labelsOf({ name, kind, distinct }: NamedVariable): string {
  const values = countOf(distinct, 'distinct value');
  return kind === 'labels' ? `${name} holds labels with ${values}` : `${name} holds whole numbers with ${values}`;
}
