import { IndexEvent, type Application } from 'typedoc';

/** Words that readers search for and that the names of the pages do not contain. */
export const KEYWORDS: Readonly<Record<string, string>> = {
  adjustedMutualInfoScore: 'ami chance corrected',
  adjustedRandScore: 'ari chance corrected',
  bCubedScore: 'f1 f-score precision recall',
  bootstrapInterval: 'confidence uncertainty',
  clusterAccuracy: 'hungarian matching accuracy',
  contingencyMatrix: 'confusion',
  fowlkesMallowsIndex: 'fmi',
  independenceTest: 'chance chi squared g-test fisher p-value',
  infoNceLowerBound: 'contrastive cpc',
  ksgMutualInfo: 'npeet kraskov',
  mutualInfoTest: 'chance p-value',
  normalizedMutualInfoScore: 'nmi',
  shuffleTest: 'chance permutation p-value',
  vMeasureScore: 'f1 harmonic mean',
};

/** Adds keywords to the search index. */
export function indexKeywords(app: Application): void {
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event: IndexEvent) => {
    event.searchFieldWeights['keywords'] = 100;
    event.searchResults.forEach(({ name }, i) => {
      event.searchFields[i] = { ...event.searchFields[i], keywords: KEYWORDS[name] ?? '' };
    });
  });
}
