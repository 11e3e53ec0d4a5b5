import type { MakeCritic } from '../critic.ts';
import type { SamplePairs } from '../pairSource.ts';
import { allPairsBound, type AllPairsBound } from './allPairsBound.ts';
import { joinedRows, type Folds } from './foldRows.ts';
import { independentCritic, type CriticKind, type FittedCritic } from './fittedCritic.ts';
import { gaussianFit, type FitRows } from './gaussianFit.ts';
import { isDisposable, networkFit, type NetworkTraining } from './networkFit.ts';

/** Number of folds that are fitted to half of the samples too. */
const HALVED_FOLDS = 2;
/** Largest number of training samples whose pairs are scored after training. */
const TRAINING_SAMPLES = 1024;

/** Samples in folds, and settings for the critics. */
export interface FoldedSamples {
  /** Principal components of both variables. */
  readonly columns: readonly [x: readonly Float64Array[], y: readonly Float64Array[]];
  /** These components as tensors, one sample per row. */
  readonly samples: SamplePairs;
  readonly folds: Folds;
  readonly makeCritic: (...settings: Parameters<MakeCritic>) => unknown;
  readonly training: NetworkTraining;
  /** Largest number of canonical pairs. */
  readonly dimensions: number | undefined;
}

/** Result of one fold. */
export interface FoldReport {
  readonly critic: FittedCritic;
  /** Bound of the critic on the samples of the fold. */
  readonly bound: AllPairsBound;
  /** Its value on the samples that it was fitted to. */
  readonly trained: number;
  /** Increase of the value from half of the training samples to all; undefined unless it was determined. */
  readonly growth: number | undefined;
}

/** Fits critics to the other folds, of which the next one decides between them, and evaluates the best on a fold. */
export async function reportFold(data: FoldedSamples, fold: number): Promise<FoldReport> {
  const { rows, groups } = data.folds;
  const next = (fold + 1) % rows.length;
  const stop = rows[next]!;
  const train = joinedRows(rows.filter((_, k) => k !== fold && k !== next));
  const evaluate = (critic: FittedCritic, cap: number): Promise<AllPairsBound> =>
    allPairsBound(critic, rows[fold]!, groups, cap);
  const report = await withBest(data, { train, stop, groups }, fold, KINDS, async (critic, cap) => ({
    critic,
    bound: await evaluate(critic, cap),
    trained: (await allPairsBound(critic, train.subarray(0, TRAINING_SAMPLES), groups, cap)).value,
  }));
  if (fold >= HALVED_FOLDS) return { ...report, growth: undefined };
  // Groups of the same size are numbered at random, and the larger ones first, so both halves have about as many samples.
  const half = { train: train.filter((row) => groups[row]! % 2 === 0), stop, groups };
  const ofHalf = await withBest(data, half, fold, [report.critic.kind], evaluate);
  return { ...report, growth: report.bound.value - ofHalf.value };
}

const KINDS: readonly CriticKind[] = ['gaussian', 'network'];

/** Fits critics of the given kinds and passes that with the largest bound on the samples `stop`, if it is positive. */
async function withBest<Result>(
  { columns, samples, makeCritic, training, dimensions }: FoldedSamples,
  rows: FitRows,
  fold: number,
  kinds: readonly CriticKind[],
  use: (critic: FittedCritic, cap: number) => Promise<Result>,
): Promise<Result> {
  const seed = training.seed ^ fold;
  const fitted = [independentCritic];
  if (kinds.includes('gaussian')) {
    const gaussian = await gaussianFit(...columns, rows, dimensions);
    if (gaussian) fitted.push(gaussian);
  }
  const isTrained = kinds.includes('network') && training.maxSteps > 0;
  const made: unknown = isTrained ? await makeCritic(columns[0].length, columns[1].length, { seed }) : undefined;
  try {
    if (isTrained) fitted.push(await networkFit(made, samples, rows, { ...training, seed }));
    const bounds: AllPairsBound[] = [];
    for (const critic of fitted) bounds.push(await allPairsBound(critic, rows.stop, rows.groups));
    const best = bounds.reduce((most, { value }, k) => (value > bounds[most]!.value ? k : most), 0);
    return await use(fitted[best]!, bounds[best]!.cap);
  } finally {
    if (isDisposable(made)) made.dispose();
  }
}
