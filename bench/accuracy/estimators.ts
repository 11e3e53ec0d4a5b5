import { gaussianCopulaMutualInfo, ksgMutualInfo, type Samples } from 'tfjs-metrics';
import { mean } from '../../src/numeric/mean.ts';
import { alignedTable } from '../alignedTable.ts';
import { TASK_SAMPLES, tasks } from './tasks.ts';

type Estimate = (x: Samples, y: Samples) => number;

const ESTIMATORS: Readonly<Record<string, Estimate>> = {
  gaussianCopulaMutualInfo: (x, y) => gaussianCopulaMutualInfo(x, y),
  ksgMutualInfo: (x, y) => ksgMutualInfo(x, y, { standardize: 'rank' }),
};

/** Prints what estimators without training make of one set of samples of each distribution. */
export function printEstimators(): void {
  const names = Object.keys(ESTIMATORS);
  const rows: string[][] = [];
  const errors = names.map((): number[] => []);
  for (const { name, truth, sampler } of tasks) {
    const { x, y } = sampler(TASK_SAMPLES, 1) as { x: Samples; y: Samples };
    const values: number[] = [];
    for (const [k, estimator] of names.entries()) {
      values.push(ESTIMATORS[estimator]!(x, y));
      errors[k]!.push(Math.abs(values[k]! - truth));
    }
    const row = [name, ...[truth, ...values].map((value) => value.toFixed(2))];
    rows.push(row);
    console.error(row.join(' | '));
  }
  rows.push(['mean absolute error', '', ...errors.map((all) => mean(all).toFixed(2))]);
  console.log(alignedTable(['distribution', 'truth', ...names], rows));
}
