import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { gaussianCopulaMutualInfo, ksgMutualInfo, type Samples } from 'tfjs-metrics';
import { latentMutualInfo } from 'tfjs-metrics/critics';
import { mean } from '../../src/numeric/mean.ts';
import { alignedTable } from '../alignedTable.ts';
import { TASK_SAMPLES, tasks } from './tasks.ts';

type Estimate = (x: Samples, y: Samples) => number | Promise<number>;

const ESTIMATORS: Readonly<Record<string, Estimate>> = {
  gaussianCopulaMutualInfo: (x, y) => gaussianCopulaMutualInfo(x, y),
  ksgMutualInfo: (x, y) => ksgMutualInfo(x, y, { standardize: 'rank' }),
  latentMutualInfo: async (x, y) => (await latentMutualInfo({ x, y })).mutualInfo,
};

/** Prints what the estimators other than `estimateMutualInfo` make of one set of samples of each distribution. */
export async function printEstimators(): Promise<void> {
  setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  await tf.setBackend('wasm');
  const names = Object.keys(ESTIMATORS);
  const rows: string[][] = [];
  const errors = names.map((): number[] => []);
  for (const { name, truth, sampler } of tasks) {
    const { x, y } = sampler(TASK_SAMPLES, 1) as { x: Samples; y: Samples };
    const values: number[] = [];
    for (const [k, estimator] of names.entries()) {
      values.push(await ESTIMATORS[estimator]!(x, y));
      errors[k]!.push(Math.abs(values[k]! - truth));
    }
    const row = [name, ...[truth, ...values].map((value) => value.toFixed(2))];
    rows.push(row);
    console.error(row.join(' | '));
  }
  rows.push(['mean absolute error', '', ...errors.map((all) => mean(all).toFixed(2))]);
  console.log(alignedTable(['distribution', 'truth', ...names], rows));
}
