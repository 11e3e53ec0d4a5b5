import { readFileSync } from 'node:fs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { estimateMutualInfo, type MutualInfoEstimate } from 'tfjs-metrics/critics';
import type { Samples } from 'tfjs-metrics';
import { readDigits, type Image } from '../../examples/digits.ts';
import { normals } from '../../examples/gaussianPairs.ts';
import { mean } from '../../src/numeric/mean.ts';
import { alignedTable } from '../alignedTable.ts';
import { projectedPairs, type Projection } from './projectedPairs.ts';
import { TASK_SAMPLES, tasks } from './tasks.ts';

/** Distance from the truth, in nats, up to which an estimate is right in any case. */
const TOLERANCE = 0.1;

interface Case {
  readonly name: string;
  readonly truth: number;
  /** True if `truth` is only an upper limit. */
  readonly isLimit?: boolean;
  readonly samples: () => { readonly x: Samples; readonly y: Samples };
  /** Values of another program for the same samples. */
  readonly peer?: string;
  /** Group in the table of errors and of intervals. Default: none. */
  readonly group?: string;
}

/** An estimate with the truth. */
interface Judged extends MutualInfoEstimate {
  readonly truth: number;
}

interface Peer extends Projection {
  readonly latentmi: readonly number[];
  readonly seconds: readonly number[];
}

/** Tables of estimates of `estimateMutualInfo` by name. */
export const TABLES: Readonly<Record<string, () => readonly Case[] | Promise<readonly Case[]>>> = {
  /** The samples for which values of latentmi are stored. */
  latentmi: () => {
    const { cases } = JSON.parse(readFileSync('bench/accuracy/latentmi.json', 'utf8')) as { cases: readonly Peer[] };
    return cases.map((given) => ({
      ...projectionCase(given),
      peer: `${given.latentmi.map(nats).join(', ')} (${mean(given.seconds).toFixed(0)} s)`,
    }));
  },
  /** Normal dimensions behind many columns; three sets of samples for each N, and one for 4096. */
  projections: () =>
    [256, 1024, 4096].flatMap((n) =>
      [1, 4, 10].flatMap((latent) =>
        [100, 500, 1000].flatMap((columns) =>
          [0, 1, 2, 4].flatMap((information) =>
            (n < 4096 ? [1, 2, 3] : [1]).map((k) =>
              projectionCase({ n, latent, columns, nats: information, seed: 1000 * k + 10 * latent + information }),
            ),
          ),
        ),
      ),
    ),
  /** Two images of the same handwritten digit with noise; the entropy of the digit limits their mutual information. */
  digits: async () => {
    const { images, labels } = await readDigits();
    return [0, 0.25, 0.5].map((noise) => ({
      name: `images of the same digit, noise ${noise}`,
      truth: Math.LN10,
      isLimit: true,
      samples: () => digitViews(images, labels, noise),
    }));
  },
  /** The distributions of P. Czyż et al. */
  tasks: () =>
    tasks.map(({ name, truth, sampler }) => ({ name, truth, samples: () => sampler(TASK_SAMPLES, 1) as never })),
};

/**
 * Prints a table of estimates, and how many of them are right and reliable.
 *
 * @returns the number of estimates that are wrong and yet reliable by their verdict.
 */
export async function printEstimates(cases: readonly Case[]): Promise<number> {
  setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  await tf.setBackend('wasm');
  const rows: string[][] = [];
  const counts = { right: 0, reliable: 0, trusted: 0 };
  const groups = new Map<string, Judged[]>();
  for (const { name, truth, isLimit = false, samples, peer = '', group } of cases) {
    const before = process.cpuUsage();
    const estimate = await estimateMutualInfo(samples());
    const { user, system } = process.cpuUsage(before);
    const isRight = isLimit ? estimate.interval[0] <= truth : isWithin(estimate, truth);
    const isReliable = estimate.verdict.status === 'reliable';
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), { ...estimate, truth }]);
    counts.right += Number(isRight);
    counts.reliable += Number(isReliable);
    counts.trusted += Number(isReliable && !isRight);
    const [low, high] = estimate.interval;
    const row = [
      name,
      `${isLimit ? '≤ ' : ''}${nats(truth)}`,
      nats(estimate.mutualInfo),
      `${nats(low)} to ${nats(high)}`,
    ];
    row.push(isRight ? 'yes' : 'NO', estimate.verdict.status, `${((user + system) / 1e6).toFixed(0)} s`, peer);
    rows.push(row);
    console.error(row.join(' | '));
  }
  console.log(alignedTable(['samples', 'truth', 'estimate', 'interval', 'right', 'verdict', 'CPU', 'latentmi'], rows));
  if (groups.size > 0) console.log(`\n${alignedTable(GROUP_HEADER, [...groups].map(groupRow))}`);
  console.log(
    `\nWithin ${TOLERANCE} nats or the interval: ${counts.right} of ${cases.length}; reliable: ${counts.reliable}; ` +
      `reliable and wrong: ${counts.trusted}`,
  );
  return counts.trusted;
}

const GROUP_HEADER = [
  'samples',
  'sets',
  'mean error',
  'intervals with the truth',
  'reliable',
  'reliable, truth outside',
];

/** Returns the mean error of a group of estimates, and how often the interval has the truth. */
function groupRow([group, estimates]: readonly [string, readonly Judged[]]): string[] {
  const isInside = ({ truth, interval: [low, high] }: Judged): boolean => low <= truth && truth <= high;
  const reliable = estimates.filter(({ verdict }) => verdict.status === 'reliable');
  const numbers = [
    estimates.filter(isInside).length,
    reliable.length,
    reliable.filter((estimate) => !isInside(estimate)).length,
  ];
  const error = mean(estimates.map(({ mutualInfo, truth }) => mutualInfo - truth));
  return [group, String(estimates.length), nats(error), ...numbers.map(String)];
}

/** Returns pairs of images of the same digit, in which each image occurs once, with normal noise on each pixel. */
function digitViews(images: readonly Image[], labels: readonly number[], noise: number): { x: Samples; y: Samples } {
  const normal = normals(1);
  const view = (image: Image): Float64Array => image.map((value) => value + noise * normal());
  const [x, y]: [Float64Array[], Float64Array[]] = [[], []];
  const waiting = new Map<number, Image>();
  images.forEach((image, k) => {
    const other = waiting.get(labels[k]!);
    if (!waiting.delete(labels[k]!)) waiting.set(labels[k]!, image);
    else {
      x.push(view(other!));
      y.push(view(image));
    }
  });
  return { x, y };
}

function projectionCase(given: Projection): Case {
  const { n, latent, columns, nats: truth, seed } = given;
  return {
    name: `${latent} in ${columns} columns, N = ${n}, seed ${seed}`,
    truth,
    group: `N = ${n}`,
    samples: () => projectedPairs(given),
  };
}

function isWithin({ mutualInfo, interval: [low, high] }: MutualInfoEstimate, truth: number): boolean {
  return Math.abs(mutualInfo - truth) <= TOLERANCE || (low <= truth && truth <= high);
}

function nats(value: number): string {
  return value.toFixed(2);
}
