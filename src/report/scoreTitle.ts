const TITLES: Readonly<Record<string, string>> = {
  adjustedMutualInfoScore: 'Adjusted mutual info',
  adjustedRandScore: 'Adjusted Rand index',
  bCubedScore: 'BCubed F-score',
  calinskiHarabaszScore: 'Calinski–Harabasz index',
  clusterAccuracy: 'Cluster accuracy',
  completenessScore: 'Completeness',
  daviesBouldinScore: 'Davies–Bouldin index',
  dunnIndex: 'Dunn index',
  fowlkesMallowsIndex: 'Fowlkes–Mallows index',
  homogeneityScore: 'Homogeneity',
  mutualInfoScore: 'Mutual info',
  normalizedMutualInfoScore: 'Normalized mutual info',
  purityScore: 'Purity',
  randScore: 'Rand index',
  silhouetteScore: 'Mean silhouette',
  variationOfInformation: 'Variation of information',
  vMeasureScore: 'V-measure',
};

/** What a score is called in writing; the name of its function where that is all that is known. */
export function scoreTitle(name: string): string {
  return TITLES[name] ?? name;
}
