import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { metricClasses } from '../clustering/metricClasses.ts';
import * as root from 'tfjs-metrics';
import * as classification from 'tfjs-metrics/classification';
import * as charts from 'tfjs-metrics/charts';
import * as compat from 'tfjs-metrics/compat';
import * as critics from 'tfjs-metrics/critics';
import * as functional from 'tfjs-metrics/functional';
import * as information from 'tfjs-metrics/information';
import * as layers from 'tfjs-metrics/layers';
import * as nominal from 'tfjs-metrics/nominal';
import * as regression from 'tfjs-metrics/regression';
import * as report from 'tfjs-metrics/report';
import * as retrieval from 'tfjs-metrics/retrieval';
import * as sql from 'tfjs-metrics/sql';

/** Function with any arguments. */
export type Callable = (...args: unknown[]) => unknown;

const library = {
  ...root,
  ...charts,
  ...classification,
  ...compat,
  ...critics,
  ...functional,
  ...information,
  ...layers,
  ...nominal,
  ...regression,
  ...report,
  ...retrieval,
  ...sql,
};
/** All exports of all entry points, as functions with any arguments. */
export const exported: Readonly<Record<string, Callable>> = library as never;

const P = [0, 1, 1, 0, 1, 0],
  T = [0, 1, 0, 0, 1, 1],
  X = [
    [1, 2],
    [2, 1],
    [8, 2],
    [9, 1],
    [9.5, 3],
    [1.5, 2],
  ],
  V = [0.1, 0.4, 0.6, 0.85, 0.3, 0.75],
  Y = [0.9, 0.5, 0.45, 0.2, 0.65, 0.1];
const table = library.ContingencyTable.of(P, T);
const S = () =>
  tf.tensor2d([
    [0.4, 0.1, 1.4],
    [-1.3, 0.9, -0.2],
    [-0.3, 0.5, 1.9],
  ]);
const v3 = () => tf.tensor1d([0.1, 0.2, 0.3]);
const run = Object.assign(async () => [], { dialect: 'standard' });
const cl = { from: 't', features: ['x'], labels: 'l' };
const prototypeOf = (value: unknown): unknown => (value as { prototype?: unknown }).prototype;
/** Functions of the metrics of classifiers, by enumeration. */
const classScores = Object.entries(classification)
  .filter(([, value]) => prototypeOf(value) instanceof root.ClassificationMetric)
  .map(([name]) => name.charAt(0).toLowerCase() + name.slice(1));
/** Functions of the scores of a binary classifier: all further metrics of that entry, and functions without a class. */
const binaryScores = [
  ...Object.entries(classification)
    .filter(([, value]) => prototypeOf(value) instanceof root.Metric && Object.hasOwn(value, 'metricName'))
    .filter(([, value]) => !(prototypeOf(value) instanceof root.ClassificationMetric))
    .map(([name]) => name.charAt(0).toLowerCase() + name.slice(1)),
  'aurocBracket',
  'averagePrecisionBracket',
  'averagePrecisionInterval',
  'delongInterval',
];
const multilabelScores = [
  ...Object.keys(classification).filter((name) => /^multilabel/.test(name)),
  'coverageError',
  'exactMatch',
  'hammingDistance',
  'labelRankingAveragePrecision',
  'labelRankingLoss',
];
const queryScores = Object.keys(retrieval).filter((name) => /^[a-z]/.test(name));
const labelScores = [
  ...metricClasses.map(([name]) => name.charAt(0).toLowerCase() + name.slice(1)),
  'conditionalEntropyScore',
  'contingencyMatrix',
  'cramersV',
  'expectedMutualInfo',
  'homogeneityCompletenessVMeasure',
  'independenceTest',
  'mutualInfoTest',
  'pairConfusionMatrix',
  'pairPrecisionRecallFScore',
  'pearsonsContingencyCoefficient',
  'theilsU',
  'tschuprowsT',
];
/** Functions of the metrics of predicted values, by enumeration; of rows, and of single values. */
const rowScores = ['cosineSimilarity', 'crps', 'jensenShannonDivergence', 'klDivergence'];
const valueScores = [
  ...Object.entries(regression)
    .filter(([, value]) => prototypeOf(value) instanceof root.Metric)
    .map(([name]) => name.charAt(0).toLowerCase() + name.slice(1))
    .filter((name) => !rowScores.includes(name)),
  'kendallTest',
  'regressionInterval',
];
const LONG = Array.from({ length: 40 }, (_, i) => Math.sin(i * i));
const LONG_Y = LONG.map((value, i) => value + Math.cos(i ** 3));

/** Valid arguments of each exported function. Options are `{}`. */
export const validArguments: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries(labelScores.map((n) => [n, [P, T, {}]])),
  ...Object.fromEntries(classScores.map((n) => [n, [P, T, {}]])),
  ...Object.fromEntries(binaryScores.map((n) => [n, [V, P, {}]])),
  ...Object.fromEntries(multilabelScores.map((n) => [n, [V.map((v) => [v, 1 - v]), P.map((p, i) => [p, T[i]]), {}]])),
  ...Object.fromEntries(rowScores.map((n) => [n, [X, X, {}]])),
  crps: [X, V, {}],
  ...Object.fromEntries(valueScores.map((n) => [n, [V, Y, {}]])),
  ...Object.fromEntries(queryScores.map((n) => [n, [V, P, { queries: T }]])),
  demographicParity: [P, T, P, {}],
  equalOpportunity: [P, T, P, {}],
  delongTest: [V, Y, P, {}],
  regressionDifference: [V, Y, V.map((v) => v * v), {}],
  mcnemarTest: [P, T, P, {}],
  pairedPermutationTest: [library.accuracy, P, T, P, { permutations: 3 }],
  wilsonInterval: [3, 7, {}],
  argMax: [X],
  threshold: [V, 0.5],
  bootstrapInterval: [library.purityScore, table, {}],
  calinskiHarabaszScore: [X, P, {}],
  daviesBouldinScore: [X, P, {}],
  dunnIndex: [X, P, {}],
  silhouetteSamples: [X, P, {}],
  silhouetteScoreAsync: [X, P, {}],
  silhouetteSums: [
    { metric: 'euclidean', rows: Float64Array.of(0, 1, 5), starts: Int32Array.of(0, 2, 3), part: 0, parts: 1 },
  ],
  silhouetteScore: [X, P, {}],
  simplifiedSilhouetteScore: [X, P, {}],
  compose: [(a: number, b: number) => a + b, new library.PurityScore(), 2],
  knnConditionalEntropy: [V, Y, {}],
  knnConditionalEntropyGivenLabels: [V, P, { k: 1 }],
  knnConditionalMutualInfo: [V, Y, V, {}],
  conditionalMutualInfoScore: [P, T, P, {}],
  knnConditionalTotalCorrelation: [X, Y, {}],
  conditionalTotalCorrelationScore: [[P, T], P, {}],
  cramersVMatrix: [
    [
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    {},
  ],
  pearsonsContingencyCoefficientMatrix: [
    [
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    {},
  ],
  theilsUMatrix: [
    [
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    {},
  ],
  tschuprowsTMatrix: [
    [
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    {},
  ],
  knnEntropy: [V, {}],
  entropyScore: [P, {}],
  fleissKappa: [
    [
      [0, 3],
      [2, 1],
    ],
    {},
  ],
  gaussianCopulaMutualInfo: [V, Y, {}],
  gaussianPointwiseMutualInfo: [V, Y, {}],
  gaussianMutualInfo: [
    [
      [1, 0.5],
      [0.5, 1],
    ],
    1,
    {},
  ],
  jointEntropyScore: [[P, T], {}],
  knnKlDivergence: [V, Y, {}],
  ksgMutualInfo: [V, Y, {}],
  ksgPointwiseMutualInfo: [V, Y, {}],
  mixedMutualInfo: [V, Y, {}],
  mixedPointwiseMutualInfo: [V, Y, {}],
  pointwiseMutualInfo: [P, T, {}],
  mutualInfoClassif: [X, P, {}],
  mutualInfoRegression: [X, V, {}],
  mutualInfoClassifAsync: [X, P, {}],
  mutualInfoRegressionAsync: [X, V, {}],
  rossMutualInfo: [V, P, {}],
  recommendEstimator: [V, Y],
  shuffleTest: [library.ksgMutualInfo, V, Y, { permutations: 3 }],
  subsampleInterval: [library.ksgMutualInfo, LONG, LONG_Y, {}],
  knnTotalCorrelation: [X, {}],
  knnTotalCorrelationExplained: [X, V, {}],
  totalCorrelationExplainedScore: [[P, T], P, {}],
  totalCorrelationScore: [[P, T], {}],
  assignmentMutualInfoLoss: [{}],
  assignmentMutualInfoScore: [V.map((share) => [share, 1 - share]), T, {}],
  barberAgakovLowerBound: [v3(), 1],
  clubUpperBound: [S(), {}],
  connorlee77MutualInformation: [[V], [Y], {}],
  dvLowerBound: [S()],
  histogram: [tf.tensor2d([V]), [0, 0.5, 1], 0.1],
  histogram2d: [tf.tensor2d([V]), tf.tensor2d([Y]), [0, 0.5, 1], 0.1],
  imageHistogram2d: [tf.zeros([4, 4]), 0, 1, 4, 0.1],
  infoNceLowerBound: [S(), {}],
  interpolatedLowerBound: [S(), v3(), 0.5],
  jointPdf: [tf.zeros([1, 6, 3]), tf.zeros([1, 6, 3])],
  jsLowerBound: [S()],
  leaveOneOutUpperBound: [S()],
  marginalPdf: [tf.zeros([1, 6, 1]), [0, 0.5, 1], 0.1],
  mineLowerBound: [S(), {}],
  monaiGlobalMutualInformationLoss: [{}],
  nwjLowerBound: [S()],
  smileLowerBound: [S(), {}],
  softHistogram: [V, {}],
  softHistogram2d: [V, Y, {}],
  softMutualInfoLoss: [{}],
  softMutualInfoScore: [V, Y, {}],
  softNormalizedMutualInfoScore: [V, Y, {}],
  structuredInfoNce: [S()],
  tubaLowerBound: [S(), v3()],
  variationalUpperBound: [v3(), v3()],
  clusterSizesChart: [table],
  contingencyChart: [table, {}],
  pointwiseMutualInfoChart: [library.pointwiseMutualInfo(P, T), {}],
  mutualInfoProtocolChart: [{ mutualInfo: 1, interval: [0, 2], dimensions: 1, slope: 0, runs: [] }],
  metricChart: [new library.PurityScore()],
  calibrationCurveChart: [library.calibrationCurve(V, T), {}],
  confusionMatrixChart: [table, {}],
  precisionRecallCurveChart: [[{ name: 'a', ...library.precisionRecallCurve(V, T) }], {}],
  rocCurveChart: [[{ name: 'a', ...library.rocCurve(V, T) }], {}],
  visCalibrationCurve: [library.calibrationCurve(V, T)],
  visConfusionMatrix: [table, {}],
  visPrecisionRecallCurve: [[{ name: 'a', ...library.precisionRecallCurve(V, T) }]],
  visRocCurve: [[{ name: 'a', ...library.rocCurve(V, T) }]],
  historyChart: [[{ a: 1 }, { a: 2 }], {}],
  scoresChart: [{ a: 1 }, {}],
  silhouetteChart: [X, P, {}],
  visHeatMap: [table, {}],
  visLineChart: [[{ a: 1 }], {}],
  classificationReport: [{ preds: P, target: T }],
  regressionReport: [{ preds: V, target: Y }],
  retrievalReport: [{ preds: V, target: P, queries: T }],
  clusteringReport: [{ preds: P, target: T }],
  renderSvg: [{}],
  evaluateMetrics: [{ predict: (x: unknown) => x }, [], new library.PurityScore(), {}],
  metricsCallback: [{}],
  korniaMutualInformationLoss: [{}],
  bilinearCritic: [2, 2, {}],
  concatCritic: [2, 2, {}],
  separableCritic: [2, 2, {}],
  learnedLogBaseline: [2, {}],
  estimateMutualInfo: [{ x: V, y: Y }],
  mutualInfoProtocol: [{ x: V, y: Y }],
  latentMutualInfo: [{ x: V, y: Y }],
  trainCritic: [V, Y, {}],
  clickHouseRunner: [{ query: () => undefined }],
  duckDbRunner: [{ run: () => undefined }],
  clusterMomentsFromSql: [run, cl],
  clusterMomentsSql: [cl],
  clusterSpreadsSql: [cl],
  contingencyFromSql: [run, { from: 't', preds: 'p', target: 't' }],
  contingencySql: [{ from: 't', preds: 'p', target: 't' }],
  daviesBouldinScoreFromSql: [run, cl],
  scoreCountsFromSql: [run, { from: 't', preds: 'p', target: 't', thresholds: 3 }],
  scoreCountsSql: [{ from: 't', preds: 'p', target: 't', thresholds: 3 }],
  simplifiedSilhouetteScoreFromSql: [run, cl],
  simplifiedSilhouetteSql: [cl, [[1]]],
  softHistogramFromSql: [run, { from: 't', x: 'x', y: 'y' }],
  softHistogramSql: [{ from: 't', x: 'x', y: 'y' }],
};
