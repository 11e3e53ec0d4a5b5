import { numberFormat } from '../charts/numberFormat.ts';
import { differenceOfInfluences } from '../functional/regression/intervals/regressionDifference.ts';
import { intervalOfInfluence } from '../functional/regression/intervals/regressionInterval.ts';
import { readRegressionPairs } from '../functional/regression/intervals/regressionPairs.ts';
import { REGRESSION_SCORES, type RegressionScoreName } from '../functional/regression/intervals/scoreInfluence.ts';
import { countOf } from '../inputs/countOf.ts';
import { chosenScores } from './chosenScores.ts';
import { badData, badUsage } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { confidenceText, describeComparison, pairsOf } from './describeComparison.ts';
import { expandColumns } from './files/expandColumns.ts';
import { readNumberColumns } from './files/readNumberColumns.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { printable } from './printable.ts';
import { requireDifferent } from './requireDifferent.ts';

/** Options for `tfjs-metrics compare --regressions`. */
interface CompareRegressionsOptions extends ReadOptions {
  readonly target: string;
  readonly preds: readonly string[];
  readonly classifiers: boolean;
  readonly scores?: readonly string[] | 'all' | undefined;
  readonly ignoreLabel?: readonly string[] | undefined;
  readonly dropMissing: boolean;
  readonly draws?: number | undefined;
  readonly confidence: number;
  readonly format: 'text' | 'json';
}

/** Scores that are compared by default. */
const DEFAULT_SCORES: readonly RegressionScoreName[] = [
  'r2Score',
  'rootMeanSquaredError',
  'meanAbsoluteError',
  'pearsonCorrCoef',
];

/** Compares the predictions of regressions of the same rows. */
export async function compareRegressions(
  path: string,
  options: CompareRegressionsOptions,
  streams: CommandStreams,
): Promise<string> {
  const { target, confidence, format } = options;
  requireFitting(options);
  const chosen = chosenScores(REGRESSION_SCORES, DEFAULT_SCORES, options.scores);
  const { preds, columns } = await withTable(path, options, streams, async (file) => {
    const preds = expandColumns(file, '--preds', options.preds, [target]);
    if (preds.length < 2) {
      throw badUsage(
        `compare: expected at least two columns of predictions in --preds, got ${preds.length}; write --preds A,B`,
      );
    }
    for (const name of preds) requireDifferent('compare', name, target);
    return { preds, ...(await readNumberColumns(file, [...preds, target], options)) };
  });
  const truth = columns.at(-1)!;
  const names = withoutRatiosToZero(chosen, truth, options);
  const models = preds.map((name, j) => ({ name, pairs: readRegressionPairs(columns[j], truth, undefined) }));
  const { n, weights } = models[0]!.pairs;
  const results = names.map((score) => {
    const found = models.map(({ name, pairs }) => ({ name, influence: REGRESSION_SCORES[score].of(pairs) }));
    const values = found.map(({ name, influence }) => ({
      preds: name,
      ...intervalOfInfluence(score, influence, { n, weights }, confidence),
    }));
    const differences = pairsOf(found).map(([first, second]) => {
      const compared = differenceOfInfluences(first.influence, second.influence, { n, weights }, confidence);
      const { difference: value, lower, upper, standardError, pValue } = compared;
      const difference = { value, lower, upper, standardError, pValue };
      return { score, preds: first.name, minus: second.name, difference };
    });
    return { score, values, differences };
  });
  const scores = results.map(({ score, values }) => ({ score, values }));
  const differences = results.flatMap((result) => result.differences);
  const regressions = preds.map((name) => ({ preds: name, samples: n }));
  if (format === 'json') {
    return JSON.stringify({ target, samples: n, confidence, regressions, scores, differences }, null, 2);
  }
  return describeComparison({
    heading: `${countOf(n, 'row')} against ${printable(target)}; ${confidenceText(confidence)} intervals from the influence of each row`,
    what: 'regressions',
    models: regressions,
    scores,
    differences,
    detail: 'paired by row',
    formatOf: ({ value, lower, upper }) => numberFormat([value, lower, upper]),
  });
}

function requireFitting(options: CompareRegressionsOptions): void {
  if (options.classifiers) throw badUsage('compare: expected --classifiers or --regressions, got both');
  if (options.draws !== undefined) {
    throw badUsage('compare: expected --draws only without --regressions, whose intervals need no draws, got both');
  }
  if (options.ignoreLabel !== undefined) {
    throw badUsage(
      'compare --regressions: expected --ignore-label only for columns of labels, got columns of numbers; use --na',
    );
  }
}

/** Leaves percentage errors out of all scores if a target is 0. Throws if the scores were named. */
function withoutRatiosToZero(
  names: readonly RegressionScoreName[],
  truth: Float64Array,
  { scores, target }: Pick<CompareRegressionsOptions, 'scores' | 'target'>,
): readonly RegressionScoreName[] {
  if (!names.includes('meanAbsolutePercentageError') || !truth.includes(0)) return names;
  if (scores === 'all') return names.filter((name) => name !== 'meanAbsolutePercentageError');
  throw badData(
    `compare: column "${printable(target)}": expected no targets of 0 for meanAbsolutePercentageError, got one`,
  );
}
