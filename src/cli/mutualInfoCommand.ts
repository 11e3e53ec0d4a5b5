import { inBase } from '../functional/information/discrete/informationOptions.ts';
import { countOf } from '../inputs/countOf.ts';
import { badUsage } from './commandError.ts';
import { commandReason } from './commandReason.ts';
import type { CommandStreams } from './commandStreams.ts';
import type { Estimate, EstimatorSettings } from './estimator.ts';
import { estimators } from './estimators.ts';
import { expandColumns } from './files/expandColumns.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { printable } from './printable.ts';

/** Options for `tfjs-metrics mi`. */
interface MutualInfoCommandOptions extends EstimatorSettings, ReadOptions {
  readonly estimator: string;
  readonly base?: number | undefined;
  readonly format: 'text' | 'json';
}

/** Largest number of columns of a variable that are listed in text. */
const FEW = 3;

/** Runs `tfjs-metrics mi`: estimates the mutual information of two variables. */
export async function mutualInfoCommand(
  path: string,
  options: MutualInfoCommandOptions,
  streams: CommandStreams,
): Promise<string> {
  const { estimator, base, format } = options;
  const { x, y, compute } = await withTable(path, options, streams, async (file) => {
    const columns = {
      x: expandColumns(file, '--x', options.x, options.y),
      y: expandColumns(file, '--y', options.y, options.x),
    };
    const both = columns.x.find((column) => columns.y.includes(column));
    if (both !== undefined) {
      throw badUsage(`mi: expected different columns in --x and --y, got "${printable(both)}" in both`);
    }
    const { groups } = options;
    if (groups !== undefined && estimator !== 'auto') {
      throw badUsage(`--groups: expected --estimator auto, got ${estimator}`);
    }
    if (groups !== undefined && [...columns.x, ...columns.y].includes(groups)) {
      throw badUsage(`--groups: expected a column that is not in --x or --y, got "${printable(groups)}"`);
    }
    return { ...columns, compute: await estimators[estimator]!.read(file, { ...options, ...columns }) };
  });
  const unit = base === undefined ? 'nats' : base === 2 ? 'bits' : `units of log ${base}`;
  const estimate = inUnit(await compute(streams.stderr), base, unit);
  if (format === 'json') {
    const { value: mutualInfo, samples, kept = samples, interval, how, why, ...others } = estimate;
    return JSON.stringify({ x, y, mutualInfo, unit, interval, estimator, how, why, samples, kept, ...others }, null, 2);
  }
  return describe(`mutual information of ${listed(x)} and ${listed(y)}`, unit, estimate);
}

function inUnit(estimate: Estimate, base: number | undefined, unit: string): Estimate {
  const { value, interval, verdict } = estimate;
  const convert = (nats: number): number => inBase(nats, base);
  const reason = (text: string): string => commandReason(text, (nats) => `${convert(nats).toFixed(2)} ${unit}`);
  return {
    ...estimate,
    value: convert(value),
    interval: interval && [convert(interval[0]), convert(interval[1])],
    verdict: verdict && { ...verdict, reasons: verdict.reasons.map(reason) },
  };
}

function listed(columns: readonly string[]): string {
  const names = columns.map((column) => printable(column));
  if (names.length <= FEW) return names.join(', ');
  return `${names[0]}, …, ${names.at(-1)} (${names.length} columns)`;
}

function describe(what: string, unit: string, estimate: Estimate): string {
  const { value, samples, how, why, pValue, test, interval, verdict } = estimate;
  const digits = interval === undefined ? 6 : 3;
  // The p-value of the G-test can be below the smallest float64.
  const p = pValue === 0 ? '< 1e-300' : `= ${Number(pValue?.toPrecision(3))}`;
  const tested = pValue === undefined ? '' : ` (p ${p}, ${test})`;
  const limits = interval?.map((limit) => limit.toFixed(digits)).join(' to ');
  const lines = [
    `${what}: ${value.toFixed(digits)} ${unit}${tested}${limits === undefined ? '' : ` (95 % interval: ${limits})`}`,
  ];
  if (verdict) lines.push([`verdict: ${verdict.status}`, ...verdict.reasons].join('\n- '));
  lines.push(`${countOf(samples, 'sample')}; ${how}${why === undefined ? '' : `, because ${why.join('; ')}`}`);
  return lines.join('\n');
}
