import * as tf from '@tensorflow/tfjs-core';
import { SilhouetteScore, silhouetteScore } from 'tfjs-metrics';
import { sampleKernels } from '../../src/numeric/kernels/sampleKernels.ts';
import { must, mustBeClose, type Check } from './check.ts';

const N = 200;
const D = 5;

/** Checks of scores of samples, which use WebAssembly in every browser. */
export const sampleChecks: readonly Check[] = [
  {
    name: 'silhouettes of a tensor, summed in WebAssembly, equal those of its distance matrix',
    async run(setting) {
      must(sampleKernels(1) !== undefined, 'WebAssembly SIMD is not available');
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
