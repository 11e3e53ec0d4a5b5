import { bootstrapInterval, type BootstrapInterval } from '../functional/bootstrapInterval.ts';
import { adjustedMutualInfoScore } from '../functional/clustering/adjustedMutualInfoScore.ts';
import { adjustedRandScore } from '../functional/clustering/adjustedRandScore.ts';
import { clusterAccuracy } from '../functional/clustering/clusterAccuracy.ts';
import { normalizedMutualInfoScore } from '../functional/clustering/normalizedMutualInfoScore.ts';
import { vMeasureScore } from '../functional/clustering/vMeasureScore.ts';
import type { ContingencyTable } from '../state/contingencyTable.ts';
import type { MultiwayTable } from '../state/multiwayTable.ts';
import { badUsage } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { withTable, type ReadOptions } from './files/openTable.ts';
import { asLabels, readLabels } from './files/readLabels.ts';
import { printable } from './printable.ts';
import { textTable } from './textTable.ts';

/** Options of `tfjs-metrics compare`. */
export interface CompareOptions extends ReadOptions {
  readonly target: string;
  readonly preds: readonly string[];
  readonly ignoreLabel?: readonly string[] | undefined;
  readonly dropMissing: boolean;
  readonly draws: number;
  readonly confidence: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
}

const SCORES: Readonly<Record<string, (table: ContingencyTable) => number>> = {
  adjustedMutualInfoScore,
  adjustedRandScore,
  normalizedMutualInfoScore,
  vMeasureScore,
  clusterAccuracy,
};

/** How two clusterings differ in a score, from draws of the same samples for both. */
interface Difference {
  readonly score: string;
  readonly preds: string;
  readonly minus: string;
  readonly difference: BootstrapInterval;
}

/** `tfjs-metrics compare`: several clusterings of the same samples, side by side. */
export async function compareCommand(
  path: string,
  options: CompareOptions,
  streams: CommandStreams,
): Promise<string> {
  const { preds, target, dropMissing, ignoreLabel, format } = options;
  if (preds.length < 2) throw badUsage('compare: expected two columns of clusters or more, as in --preds A,B'); // prettier-ignore
  const twice = preds.find((name, j) => preds.indexOf(name) !== j);
  if (twice !== undefined) throw badUsage(`compare: --preds names "${printable(twice)}" twice`);
  const table = await withTable(path, options, streams, async (file) =>
    (await readLabels(file, [...preds, target], dropMissing)).without(asLabels(ignoreLabel)),
  );
  const intervals = intervalsOf(table, options);
  const scores = Object.keys(SCORES).map((score) => ({
    score,
    values: preds.map((name) => ({ preds: name, ...intervals[`${score} ${name}`]! })),
  }));
  const differences = Object.keys(SCORES).flatMap((score) =>
    pairsOf(preds).map(([first, second]): Difference => ({
      score,
      preds: first,
      minus: second,
      difference: intervals[`${score} ${first} ${second}`]!,
    })),
  );
  if (format === 'json') {
    return JSON.stringify({ target, samples: table.n, confidence: options.confidence, scores, differences }, null, 2); // prettier-ignore
  }
  return describe(table.n, scores, differences, options);
}

/** All scores and their differences from the same draws, so that what differs is not the draw. */
function intervalsOf(
  table: MultiwayTable,
  { preds, draws, confidence, seed }: CompareOptions,
): Record<string, BootstrapInterval> {
  const pairs = new WeakMap<MultiwayTable, Map<string, number>>();
  // Each score is computed once for each draw, whatever is read from it.
  const scoresOf = (drawn: MultiwayTable): Map<string, number> => {
    const known = pairs.get(drawn);
    if (known) return known;
    const values = new Map<string, number>();
    preds.forEach((name, j) => {
      const pair = drawn.pair(j, preds.length);
      for (const [score, of] of Object.entries(SCORES)) values.set(`${score} ${name}`, of(pair));
    });
    pairs.set(drawn, values);
    return values;
  };
  const read: Record<string, (drawn: MultiwayTable) => number> = {};
  for (const score of Object.keys(SCORES)) {
    for (const name of preds)
      read[`${score} ${name}`] = (t) => scoresOf(t).get(`${score} ${name}`)!;
    for (const [first, second] of pairsOf(preds)) {
      read[`${score} ${first} ${second}`] = (t) =>
        scoresOf(t).get(`${score} ${first}`)! - scoresOf(t).get(`${score} ${second}`)!;
    }
  }
  return bootstrapInterval(read, table, { draws, confidence, seed });
}

function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((first, j) =>
    names.slice(j + 1).map((second): [string, string] => [first, second]),
  );
}

const range = ({ value, lower, upper }: BootstrapInterval): string =>
  `${value.toFixed(4)} [${lower.toFixed(4)}, ${upper.toFixed(4)}]`;

function describe(
  samples: number,
  scores: readonly {
    score: string;
    values: readonly (BootstrapInterval & { preds: string })[];
  }[],
  differences: readonly Difference[],
  { target, preds, confidence, draws }: CompareOptions,
): string {
  const percent = `${Number((100 * confidence).toPrecision(6))} %`;
  const side = scores.map(({ score, values }) => [score, ...values.map(range)]);
  const apart = differences.map(({ score, preds: first, minus, difference }) => [
    score,
    `${printable(first, 24)} − ${printable(minus, 24)}`,
    range(difference),
    difference.lower > 0 || difference.upper < 0 ? 'yes' : 'no',
  ]);
  return [
    `${samples} samples against ${printable(target)}; ${percent} intervals from ${draws} draws`,
    textTable(['score', ...preds.map((name) => printable(name, 24))], side),
    `Differences, from the same draws for both`,
    textTable(['score', 'clusterings', 'difference', 'beyond chance'], apart),
  ].join('\n\n');
}
