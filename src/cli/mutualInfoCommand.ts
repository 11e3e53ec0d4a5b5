import { inBase } from '../functional/information/discrete/informationOptions.ts';
import { countOf } from '../inputs/countOf.ts';
import type { EstimatorSettings } from './estimator.ts';
import { estimators } from './estimators.ts';
import type { CommandStreams } from './commandStreams.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { printable } from './printable.ts';

/** Options for `tfjs-metrics mi`. */
interface MutualInfoCommandOptions extends EstimatorSettings, ReadOptions {
  readonly estimator: string;
  readonly base?: number | undefined;
  readonly format: 'text' | 'json';
}

/** Runs `tfjs-metrics mi`: estimates the mutual information of two columns. */
export async function mutualInfoCommand(
  path: string,
  options: MutualInfoCommandOptions,
  streams: CommandStreams,
): Promise<string> {
  const { x, y, estimator, base, format } = options;
  const {
    value,
    samples,
    kept = samples,
    how,
    why,
    ...test
  } = await withTable(path, options, streams, (file) => estimators[estimator]!.estimate(file, options));
  const mutualInfo = inBase(value, base);
  const unit = base === undefined ? 'nats' : base === 2 ? 'bits' : `units of log ${base}`;
  if (format === 'json') {
    return JSON.stringify({ x, y, mutualInfo, unit, estimator, how, why, samples, kept, ...test }, null, 2);
  }
  const { pValue, permutations } = test;
  const tested =
    pValue === undefined ? '' : ` (p = ${Number(pValue.toPrecision(3))}, ${countOf(permutations!, 'permutation')})`;
  return (
    `mutual information of ${printable(x)} and ${printable(y)}: ${mutualInfo.toFixed(6)} ${unit}${tested}\n` +
    `${countOf(samples, 'sample')}; ${how}${why === undefined ? '' : `, because ${why}`}`
  );
}
