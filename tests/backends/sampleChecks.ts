import * as tf from '@tensorflow/tfjs-core';
import { SilhouetteScore, silhouetteScore } from 'tfjs-metrics';
import { sampleKernels } from '../../src/numeric/kernels/sampleKernels.ts';
import { must, mustBeClose, type Check } from './check.ts';

const N = 200;
const D = 5;

/** Scores of samples: their loops are the same WebAssembly in every browser. */
export const sampleChecks: readonly Check[] = [
  {
    name: 'silhouettes of a tensor are those of its distances, and WebAssembly sums them',
    async run(setting) {
      must(sampleKernels(1) !== undefined, 'WebAssembly with vectors is not to be had');
      const labels = Array.from({ length: N }, (_, i) => i % 3);
      const rows = labels.map((k, i) => Array.from({ length: D }, (_, j) => k + Math.fround(Math.sin(i * D + j))));
      const metric = new SilhouetteScore();
      const tensor = tf.tensor2d(rows);
      const exact = (await tensor.array()).map((x, _, all) =>
        all.map((y) => Math.hypot(...x.map((value, j) => value - y[j]!))),
      );
      await metric.updateAsync(tensor, labels);
      tensor.dispose();
      const expected = silhouetteScore(exact, labels, { metric: 'precomputed' });
      mustBeClose(setting, 'silhouettes', `${N} × ${D}`, [metric.compute()], [expected], 1e-12);
    },
  },
];
