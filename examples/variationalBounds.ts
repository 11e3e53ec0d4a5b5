// Reproduces the experiment of "On Variational Bounds of Mutual Information" (B. Poole et al., 2019): pairs of
// twenty normal values, plain or cubed, whose mutual information increases from 2 to 10 nats while a critic is
// trained with each estimator. Compares bias and variance with JAX and plots the curves: npm run paper, or npm run
// paper -- --full.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Piscina } from 'piscina';
import { renderSvg } from 'tfjs-metrics/report';
import { boundCurves } from './boundCurves.ts';
import { REFERENCE, type Quality } from './referenceBounds.ts';
import { LEVELS, type Curve, type Training } from './trainOnLevels.ts';

const { values: options } = parseArgs({
  options: {
    /** Full schedule: 4000 steps per level. */
    full: { type: 'boolean', default: false },
    /** Number of steps per level. */
    steps: { type: 'string' },
    'learning-rate': { type: 'string', default: '0.0005' },
    workers: { type: 'string', default: '2' },
    figure: { type: 'string', default: 'docs/images/variational-bounds.svg' },
  },
});
const steps = Number(options.steps ?? (options.full ? 4000 : 1500));
const learningRate = Number(options['learning-rate']);

const ESTIMATORS: readonly Omit<Training, 'isCubed' | 'steps' | 'learningRate'>[] = [
  {
    name: 'JS',
    settings: { bound: 'js' },
    evaluatedBounds: ['JS, NWJ(f)', 'SMILE 1', 'SMILE 5', 'SMILE ∞'],
  },
  { name: 'TUBA', settings: { bound: 'tuba' } },
  ...[0.01, 0.5, 0.99].map((alpha) => ({
    name: `α = ${alpha}`,
    settings: { bound: 'interpolated', alpha } as const,
  })),
  { name: 'InfoNCE', settings: { bound: 'infoNce' } },
  { name: 'NWJ', settings: { bound: 'nwj' } },
  { name: 'DV', settings: { bound: 'dv' } },
  { name: 'MINE', settings: { bound: 'mine' } },
];

const started = performance.now();
console.log(
  `d = 20, batches of 64, separable critic of 2 × 256 units, embedding 32, Adam at ${learningRate}, ${steps} steps ` +
    'per level, inputs not standardized. Values from the second half of each level. In parentheses: JAX, 4000 steps per ' +
    'level.',
);
const curves = await trainAll();
for (const isCubed of [false, true]) printTable(isCubed);
const svg = await renderSvg(boundCurves(curves, LEVELS), {
  title: 'Variational bounds while a critic is trained',
  description:
    'The bound by step and the true mutual information, for normal samples and with y cubed; one panel per estimator.',
});
await writeFile(options.figure, svg);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`\nCurves written to ${options.figure} (${(svg.length / 1000).toFixed(0)} kB), after ${seconds} s.`);

/** Runs all trainings in a pool of worker threads. */
async function trainAll(): Promise<Curve[]> {
  const pool = new Piscina<Training, Curve[]>({
    filename: new URL('./trainOnLevels.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Number(options.workers),
  });
  const trainings = [false, true].flatMap((isCubed) =>
    ESTIMATORS.map((estimator) => ({ ...estimator, isCubed, steps, learningRate })),
  );
  const all = await Promise.all(
    trainings.map(async (training) => {
      const done = await pool.run(training);
      const at = ((performance.now() - started) / 1000).toFixed(0);
      console.error(`${at} s: ${training.name}${training.isCubed ? ', cubed' : ''}`);
      return done;
    }),
  );
  await pool.destroy();
  return all.flat();
}

function printTable(isCubed: boolean): void {
  const reference = REFERENCE[isCubed ? 'cubic' : 'gaussian'];
  console.log(`\n${isCubed ? 'y cubed' : 'Normal samples'}\n`);
  console.log(`| estimator | | ${LEVELS.map((level) => `${level} nats`).join(' | ')} |`);
  console.log(`|---|---|${LEVELS.map(() => '---|').join('')}`);
  let [cells, near] = [0, 0];
  for (const curve of curves.filter((of) => of.isCubed === isCubed)) {
    const [measured, theirs] = [qualityOf(curve), reference[curve.name]];
    const isNear = (level: number): boolean =>
      Math.abs(measured.bias[level]! - theirs!.bias[level]!) <= Math.sqrt(theirs!.variance[level]!);
    const biases = measured.bias.map((bias, level) => {
      if (theirs === undefined) return `${shown(bias)} (–)`;
      cells++;
      if (isNear(level)) near++;
      return `${shown(bias)} (${shown(theirs.bias[level]!)})${isNear(level) ? '' : ' *'}`;
    });
    const variances = measured.variance.map((variance, level) => {
      return `${shown(variance)} (${theirs === undefined ? '–' : shown(theirs.variance[level]!)})`;
    });
    console.log(`| ${curve.name} | bias | ${biases.join(' | ')} |`);
    console.log(`| | variance | ${variances.join(' | ')} |`);
  }
  console.log(
    `\nIn ${near} of ${cells} cells, the bias differs from that of JAX by at most the standard deviation of one JAX ` +
      'batch; * marks the others.',
  );
}

/** Returns bias and variance over the second half of the batches of each level. */
function qualityOf({ values }: Curve): Quality {
  const parts = LEVELS.map((truth, level) => {
    const end = (level + 1) * steps;
    const part = values.subarray(end - Math.ceil(steps / 2), end);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const variance = part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / part.length;
    return { bias: mean - truth, variance };
  });
  return { bias: parts.map(({ bias }) => bias), variance: parts.map(({ variance }) => variance) };
}

function shown(value: number): string {
  if (Number.isNaN(value)) return 'not finite';
  return Math.abs(value) >= 1000 ? value.toExponential(1) : String(Number(value.toPrecision(2)));
}
