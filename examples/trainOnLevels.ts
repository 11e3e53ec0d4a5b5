// What each worker of examples/variationalBounds.ts does: trains one critic on rising mutual information.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import {
  estimateMutualInfo,
  separableCritic,
  type Critic,
  type TrainedBound,
} from 'tfjs-metrics/critics';
import { smileLowerBound } from 'tfjs-metrics/information';
import { gaussianPairs } from './gaussianPairs.ts';

export const D = 20;
export const LEVELS: readonly number[] = [2, 4, 6, 8, 10];

/** One critic to train, and by which bound. */
export interface Training {
  readonly name: string;
  readonly settings: TrainedBound;
  /** Clips of SMILE to be read from the same scores: its critic is that of the Jensen–Shannon bound. */
  readonly clips?: readonly number[];
  readonly isCubed: boolean;
  readonly steps: number;
  readonly learningRate: number;
}

/** The bound of each step, of all levels one after the other; NaN from where scores were not finite any more. */
export interface Curve {
  readonly name: string;
  readonly isCubed: boolean;
  readonly values: Float64Array;
}

export default async function trainOnLevels(training: Training): Promise<Curve[]> {
  const { name, settings, clips = [], isCubed, steps, learningRate } = training;
  await tf.setBackend('wasm');
  const critic = separableCritic(D, D, { seed: 1 });
  let scores: tf.Tensor2D | undefined;
  const remembering: Critic = Object.assign(
    (x: tf.Tensor2D, y: tf.Tensor2D) => {
      const now = critic(x, y);
      scores?.dispose();
      if (clips.length > 0) scores = tf.keep(tf.clone(now));
      return now;
    },
    { variables: critic.variables },
  );
  const curves = [name, ...clips.map((clip) => `SMILE ${clip === Infinity ? '∞' : clip}`)].map(
    (of) => ({ name: of, isCubed, values: new Float64Array(LEVELS.length * steps).fill(NaN) }),
  );
  for (const [level, mutualInfo] of LEVELS.entries()) {
    try {
      await estimateMutualInfo({
        ...settings,
        critic: remembering,
        sample: gaussianPairs({ mutualInfo, d: D, isCubed }, level + 1),
        standardize: false,
        steps,
        learningRate,
        evaluationBatches: 2,
        onStep: ({ step, value }) => {
          const at = level * steps + step - 1;
          curves[0]!.values[at] = value;
          clips.forEach((clip, k) => {
            const smile = smileLowerBound(scores!, { clip });
            curves[k + 1]!.values[at] = smile.dataSync()[0]!;
            smile.dispose();
          });
        },
      });
    } catch (error) {
      console.error(`${name}${isCubed ? ', cubed' : ''}, ${mutualInfo} nats: ${String(error)}`);
      break;
    }
  }
  scores?.dispose();
  critic.dispose();
  return curves;
}
