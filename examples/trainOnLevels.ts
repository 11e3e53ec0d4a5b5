// Worker of examples/variationalBounds.ts: trains one critic on increasing mutual information.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { trainCritic, separableCritic, type Critic, type TrainCriticOptions } from 'tfjs-metrics/critics';
import { nwjLowerBound, smileLowerBound } from 'tfjs-metrics/information';
import { gaussianPairs } from './gaussianPairs.ts';

export const D = 20;
export const LEVELS: readonly number[] = [2, 4, 6, 8, 10];

/** Bounds that are evaluated on the scores of a critic trained with another bound. */
const EVALUATED_BOUNDS: Readonly<Record<EvaluatedBound, (scores: tf.Tensor2D) => tf.Scalar>> = {
  'JS, NWJ(f)': nwjLowerBound,
  'SMILE 1': (scores) => smileLowerBound(scores, { clip: 1 }),
  'SMILE 5': (scores) => smileLowerBound(scores, { clip: 5 }),
  'SMILE ∞': (scores) => smileLowerBound(scores, { clip: Infinity }),
};

type EvaluatedBound = 'JS, NWJ(f)' | 'SMILE 1' | 'SMILE 5' | 'SMILE ∞';

/** Settings for the training of one critic. */
export interface Training {
  readonly name: string;
  readonly settings: Pick<TrainCriticOptions, 'bound' | 'clip' | 'alpha' | 'contrast'>;
  /** Further bounds to evaluate on the same scores. */
  readonly evaluatedBounds?: readonly EvaluatedBound[];
  readonly isCubed: boolean;
  /** Number of steps per level. */
  readonly steps: number;
  readonly learningRate: number;
}

/** Bound of each step, over all levels; NaN after the scores became non-finite. */
export interface Curve {
  readonly name: string;
  readonly isCubed: boolean;
  readonly values: Float64Array;
}

export default async function trainOnLevels(training: Training): Promise<Curve[]> {
  const { name, settings, evaluatedBounds = [], isCubed, steps, learningRate } = training;
  await tf.setBackend('wasm');
  const critic = separableCritic(D, D, { seed: 1 });
  let scores: tf.Tensor2D | undefined;
  const remembering: Critic = Object.assign(
    (x: tf.Tensor2D, y: tf.Tensor2D) => {
      const now = critic(x, y);
      scores?.dispose();
      if (evaluatedBounds.length > 0) scores = tf.keep(tf.clone(now));
      return now;
    },
    { variables: critic.variables },
  );
  const [own, ...others] = [name, ...evaluatedBounds].map((of) => ({
    name: of,
    isCubed,
    values: new Float64Array(LEVELS.length * steps).fill(NaN),
  }));
  const draws = LEVELS.map((mutualInfo, k) => gaussianPairs({ mutualInfo, d: D, isCubed }, k + 1));
  let level = 0;
  try {
    await trainCritic({
      ...settings,
      critic: remembering,
      sample: (size) => draws[level]!(size),
      standardize: false,
      steps: LEVELS.length * steps,
      learningRate,
      evaluationBatches: 2,
      onStep: ({ step, value }) => {
        own!.values[step - 1] = value;
        evaluatedBounds.forEach((boundName, k) => {
          const bound = EVALUATED_BOUNDS[boundName](scores!);
          others[k]!.values[step - 1] = bound.dataSync()[0]!;
          bound.dispose();
        });
        level = Math.min(Math.floor(step / steps), LEVELS.length - 1);
      },
    });
  } catch (error) {
    console.error(`${name}${isCubed ? ', cubed' : ''}, ${LEVELS[level]!} nats: ${String(error)}`);
  }
  scores?.dispose();
  critic.dispose();
  return [own!, ...others];
}
