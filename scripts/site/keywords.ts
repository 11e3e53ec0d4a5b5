import { IndexEvent, ReflectionKind, type Application } from 'typedoc';

/** Words that lead to a page first, after pages whose names match. A page with few words comes before one with many. */
export const KEYWORDS: Readonly<Record<string, string>> = {
  accuracy: 'balanced top-k',
  adjustedMutualInfoScore: 'ami chance corrected',
  adjustedRandScore: 'ari adjusted rand index chance corrected',
  auroc: 'auc',
  averagePrecision: 'ap map prauc',
  bCubedScore: 'f1 f-score precision recall',
  bootstrapInterval: 'confidence interval ci',
  brierScore: 'mean squared error of probabilities',
  calibrationError: 'ece mce reliability',
  clusterAccuracy: 'hungarian matching accuracy',
  cohenKappa: 'kappa weighted',
  contingencyMatrix: 'crosstab counts',
  entropyScore: 'entropy',
  equalErrorRate: 'eer',
  f1Score: 'f1 f-score f-measure dice',
  fleissKappa: 'raters agreement',
  fowlkesMallowsIndex: 'fmi',
  independenceTest: 'chance chi-squared g-test fisher p-value',
  infoNceLowerBound: 'contrastive cpc',
  jaccardIndex: 'iou intersection over union',
  jaccardScore: 'pairs',
  ksgMutualInfo: 'npeet kraskov',
  ksStatistic: 'kolmogorov smirnov',
  logLoss: 'crossentropy nll',
  matthewsCorrCoef: 'mcc phi correlation',
  mutualInfoScore: 'mutual information mi',
  mutualInfoTest: 'chance p-value',
  negativePredictiveValue: 'npv',
  normalizedMutualInfoScore: 'nmi',
  precision: 'ppv positive predictive value',
  randScore: 'rand index',
  recall: 'sensitivity tpr hit rate',
  shuffleTest: 'chance permutation p-value',
  silhouetteScore: 'silhouette',
  specificity: 'tnr selectivity',
  'Streaming and workers': 'merge distributed',
  theilsU: 'uncertainty coefficient',
  variationOfInformation: 'vi distance',
  vMeasureScore: 'harmonic mean of homogeneity and completeness',
};

/** Boosts of the kinds of pages. Members of classes and interfaces come after pages of the same name. */
const BOOSTS: Readonly<Record<number, number>> = {
  [ReflectionKind.Document]: 2,
  [ReflectionKind.Function]: 1.5,
  [ReflectionKind.Class]: 1.2,
  [ReflectionKind.Interface]: 0.5,
  [ReflectionKind.TypeAlias]: 0.5,
};
const OF_MEMBERS = 0.1;

/** Adds keywords to the search index, orders its results by kind, and leaves inherited members out. */
export function indexKeywords(app: Application): void {
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event: IndexEvent) => {
    event.searchFieldWeights['keywords'] = 100;
    for (let i = event.searchResults.length - 1; i >= 0; i--) {
      if (event.searchResults[i]!.flags.isInherited) event.removeResult(i);
    }
    event.searchResults.forEach((of, i) => {
      of.relevanceBoost = BOOSTS[of.kind] ?? OF_MEMBERS;
      event.searchFields[i] = { ...event.searchFields[i], keywords: KEYWORDS[of.name] ?? '' };
    });
  });
}
