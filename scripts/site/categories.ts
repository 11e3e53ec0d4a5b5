/** Categories of the API reference, in the order of the site. */
export const CATEGORIES = [
  'Classification',
  'Clustering',
  'Information of labels',
  'Nearest neighbors',
  'Gaussian estimators',
  'Soft histograms',
  'Variational bounds',
  'Nominal',
  'Regression',
  'Retrieval',
  'Intervals and tests',
  'Metrics and collections',
  'Wrappers',
  'Aggregation',
  'Report',
  'Charts',
  'SQL',
  'Layers',
  'Critics',
  'States',
  'Inputs and errors',
  'Compatibility',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** The longest matching path decides. */
const BY_PATH: Readonly<Record<string, Category>> = {
  'src/aggregation': 'Aggregation',
  'src/charts': 'Charts',
  'src/classification': 'Classification',
  'src/clustering': 'Clustering',
  'src/critics': 'Critics',
  'src/functional/bootstrap': 'Intervals and tests',
  'src/functional/classification': 'Classification',
  'src/functional/clustering': 'Clustering',
  'src/functional/compat': 'Compatibility',
  'src/functional/information/bounds': 'Variational bounds',
  'src/functional/information/discrete': 'Information of labels',
  'src/functional/nominal/mutualInfoTest.ts': 'Intervals and tests',
  'src/functional/information/featureSelection': 'Nearest neighbors',
  'src/functional/information/gaussian': 'Gaussian estimators',
  'src/functional/information/neighbors': 'Nearest neighbors',
  'src/functional/information/estimatorRecommendation.ts': 'Nearest neighbors',
  'src/functional/information/recommendEstimator.ts': 'Nearest neighbors',
  'src/functional/information/shuffleTest.ts': 'Intervals and tests',
  'src/functional/information/soft': 'Soft histograms',
  'src/functional/nominal': 'Nominal',
  'src/functional/nominal/independenceTest.ts': 'Intervals and tests',
  'src/functional/regression': 'Regression',
  'src/functional/regression/intervals': 'Intervals and tests',
  'src/functional/regression/ranks/kendallTest.ts': 'Intervals and tests',
  'src/functional/scoreIntervalValue.ts': 'Intervals and tests',
  'src/functional/subsampleInterval.ts': 'Intervals and tests',
  'src/information': 'Soft histograms',
  'src/information/variationalMutualInfo.ts': 'Variational bounds',
  'src/inputs': 'Inputs and errors',
  'src/inputs/classification': 'Classification',
  'src/layers': 'Layers',
  'src/metrics': 'Metrics and collections',
  'src/inputs/options/classReadingOptions.ts': 'Classification',
  'src/functional/classification/curves/averagePrecisionInterval.ts': 'Intervals and tests',
  'src/functional/classification/curves/delongInterval.ts': 'Intervals and tests',
  'src/functional/classification/curves/scoreInterval.ts': 'Intervals and tests',
  'src/functional/classification/curves/delongTest.ts': 'Intervals and tests',
  'src/functional/classification/comparison': 'Intervals and tests',
  'src/metrics/families/classificationMetric.ts': 'Classification',
  'src/metrics/families/groupFairnessMetric.ts': 'Classification',
  'src/metrics/families/multilabelMetric.ts': 'Classification',
  'src/metrics/families/outputLossMetric.ts': 'Regression',
  'src/metrics/families/scoreMetric.ts': 'Classification',
  'src/metrics/families/softHistogramMetric.ts': 'Soft histograms',
  'src/nominal': 'Nominal',
  'src/numeric/binning': 'Soft histograms',
  'src/numeric/neighbors/distance.ts': 'Clustering',
  'src/numeric/random': 'Intervals and tests',
  'src/regression': 'Regression',
  'src/functional/retrieval': 'Retrieval',
  'src/inputs/checkDocuments.ts': 'Retrieval',
  'src/metrics/families/retrievalMetric.ts': 'Retrieval',
  'src/report': 'Report',
  'src/retrieval': 'Retrieval',
  'src/sql': 'SQL',
  'src/state': 'States',
  'src/state/metricStateError.ts': 'Inputs and errors',
  'src/state/tables/softHistogramOptions.ts': 'Soft histograms',
  'src/wrappers': 'Wrappers',
};

/**
 * Category of a symbol that is declared in a source file.
 *
 * @throws Error if no path of the table contains the file.
 */
export function categoryOf(file: string): Category {
  const paths = Object.keys(BY_PATH).filter((path) => file.startsWith(path));
  const longest = paths.reduce((best, path) => (path.length > best.length ? path : best), '');
  const category = BY_PATH[longest];
  if (!category) throw new Error(`${file}: expected a category in scripts/site/categories.ts, got none`);
  return category;
}
