import { ksgMutualInfo } from '../functional/information/neighbors/ksgMutualInfo.ts';
import { rossMutualInfo } from '../functional/information/neighbors/rossMutualInfo.ts';
import { mutualInfoScore } from '../functional/information/discrete/mutualInfoScore.ts';
import { recommendEstimator } from '../functional/information/recommendEstimator.ts';
import { recommendForLabels } from '../functional/information/recommendForLabels.ts';
import { standardizePoints } from '../functional/information/neighbors/standardizePoints.ts';
import { shuffleTest } from '../functional/information/shuffleTest.ts';
import { mutualInfoTest } from '../functional/nominal/mutualInfoTest.ts';
import { countOf } from '../inputs/countOf.ts';
import type { Label } from '../inputs/labels.ts';
import { toFloat64 } from '../inputs/toFloats.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { badData, badUsage } from './commandError.ts';
import { criticEstimate } from './criticEstimate.ts';
import type { ComputeEstimate, EstimatorSettings } from './estimator.ts';
import { countLabelPairs, requireSingleColumns } from './countLabelPairs.ts';
import type { TableFile } from './files/tableFile.ts';
import { startProgress } from './files/progress.ts';
import { sampleVariables, type SampledVariable } from './sampledVariables.ts';

/** Default number of rows that are compared. */
const MAX_ROWS = 5000;

/** Estimators by the names of {@link recommendEstimator}, with their authors. */
const NEIGHBORS = {
  ksgMutualInfo: { of: ksgMutualInfo, authors: 'Kraskov, Stögbauer and Grassberger' },
  rossMutualInfo: { of: rossMutualInfo, authors: 'Ross' },
} as const;

/** Names of the tests of {@link mutualInfoTest}. */
const TESTS = { gTest: 'G-test', exact: "Fisher's exact test", chiSquared: 'chi-squared test' } as const;

/** Estimates mutual information with the estimator of {@link recommendEstimator}, and tests for independence. */
export async function autoEstimate(file: TableFile, settings: EstimatorSettings): Promise<ComputeEstimate> {
  const { k, seed, maxSamples = MAX_ROWS } = settings;
  if (settings.ignoreLabel !== undefined) requireSingleColumns(settings, '--ignore-label');
  const { x, y, groups, samples, kept } = await sampleVariables(file, settings, maxSamples, RandomSource.of(seed));
  const { name, options, order, reasons } = recommendEstimator(x as never, y as never);
  if (name !== 'estimateMutualInfo' && groups !== undefined) {
    throw badUsage(`--groups: expected columns on which critics are trained, got columns for ${name}`);
  }
  if (name === 'mutualInfoScore') return labelEstimate(file, settings);
  const drawn = kept < samples ? ` of ${countOf(kept, 'sample')} drawn at random` : '';
  const read = { samples, kept, why: reasons };
  if (name === 'estimateMutualInfo') {
    const input = { x, y, groups, seed, maxSteps: settings.maxSteps, drawn };
    return async (stderr) => ({ ...read, ...(await criticEstimate(input, stderr)) });
  }
  if (kept <= k)
    throw badData(`${file.name}: expected at least ${k + 1} rows for ${countOf(k, 'neighbor')}, got ${kept}`);
  const { of, authors } = NEIGHBORS[name];
  const estimate = of as (first: unknown, second: unknown, given: object) => number;
  // Permutations leave the ranks of the numbers unchanged.
  const { standardize, ...others } = options;
  const [numbers, other] = order.map((which) => (which === 'x' ? x : y)) as [SampledVariable, SampledVariable];
  const first = standardized(numbers, standardize);
  const second = name === 'rossMutualInfo' ? other : standardized(other, standardize);
  const { permutations } = settings;
  return (stderr) => {
    const progress = startProgress(stderr, 'testing', permutations);
    const onProgress = (done: number): void => progress?.reach(done);
    try {
      const tested = shuffleTest((a, b) => estimate(a, b, { ...others, k }), first, second, {
        permutations,
        seed,
        onProgress,
      });
      return {
        ...read,
        value: tested.estimate,
        pValue: tested.pValue,
        test: countOf(permutations, 'permutation'),
        how: `${countOf(k, 'nearest neighbor')} of ranks (${authors})${drawn}`,
      };
    } finally {
      progress?.stop();
    }
  };
}

function standardized(variable: SampledVariable, how: 'rank' | undefined): SampledVariable {
  if (isArrayOfText(variable)) return variable;
  const flat = 'shape' in variable ? variable : { data: variable, shape: [variable.length, 1] as const };
  const { data, n, d } = standardizePoints({ data: toFloat64(flat.data), n: flat.shape[0], d: flat.shape[1] }, how);
  return d === 1 ? data : { data, shape: [n, d] };
}

function isArrayOfText(variable: SampledVariable): variable is readonly string[] {
  return Array.isArray(variable);
}

/** Counts the labels of all rows, for which the bias can differ from that of a sample of them. */
async function labelEstimate(file: TableFile, settings: EstimatorSettings): Promise<ComputeEstimate> {
  const { permutations, seed } = settings;
  const { table, samples, how } = await countLabelPairs(file, settings);
  const facts = (name: 'x' | 'y', labels: readonly Label[]) =>
    ({
      name,
      n: samples,
      d: 1,
      distinct: labels.length,
      kind: typeof labels[0] === 'string' ? 'labels' : 'codes',
    }) as const;
  const { options, reasons } = recommendForLabels(facts('x', table.predLabels), facts('y', table.targetLabels));
  return () => {
    const { pValue, method } = mutualInfoTest(table, { permutations, seed });
    return {
      value: mutualInfoScore(table, options),
      samples,
      how: options.estimator === undefined ? how : `${how}, corrected by "${options.estimator}"`,
      why: settings.ignoreLabel === undefined ? reasons : ['labels are ignored', ...reasons],
      pValue,
      test: method === 'permutation' ? countOf(permutations, 'permutation') : TESTS[method],
    };
  };
}
