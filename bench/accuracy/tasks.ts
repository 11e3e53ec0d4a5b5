import { digamma } from '../../src/numeric/special/digamma.ts';
import { gaussianMutualInfo } from 'tfjs-metrics';
import {
  additive,
  asinh,
  bimodalX,
  bimodalY,
  correlatedPairs,
  equallyCorrelated,
  halfCube,
  normalCdf,
  spiralX,
  spiralY,
  student,
  swissRoll,
  transformed,
  wigglyX,
  wigglyY,
  type Sampler,
} from './samplers.ts';

/** Number of samples of a distribution for tables of estimates from one set of samples. */
export const TASK_SAMPLES = 10_000;

/** Two variables with known mutual information. */
export interface Task {
  readonly name: string;
  readonly sampler: Sampler;
  /** Mutual information, in nats. */
  readonly truth: number;
  /** Reference value of the first KSG estimator with k = 5 by another implementation: the mean of three runs. */
  readonly reference: number;
}

const binormal = correlatedPairs(1, 1, 0.75);
const pairs = (d: number): Sampler => correlatedPairs(d, 2, 0.8);
const ofBinormal = -0.5 * Math.log(1 - 0.75 ** 2);
const ofPairs = -Math.log(1 - 0.8 ** 2);

function ofDense(d: number): number {
  const covariance = Array.from({ length: 2 * d }, (_, i) =>
    Array.from({ length: 2 * d }, (__, j) => (i === j ? 1 : 0.5)),
  );
  return gaussianMutualInfo(covariance, { widths: [d, d] });
}

/** Returns ln Γ(twice / 2) for an integer. */
function logGammaOfHalf(twice: number): number {
  let log = twice % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let of = twice - 2; of > 0; of -= 2) log += Math.log(of / 2);
  return log;
}

function ofStudent(d: number, degrees: number): number {
  const entropy = (columns: number): number =>
    logGammaOfHalf(degrees) -
    logGammaOfHalf(degrees + columns) +
    (columns / 2) * Math.log(degrees * Math.PI) +
    ((degrees + columns) / 2) * (digamma((degrees + columns) / 2) - digamma(degrees / 2));
  return 2 * entropy(d) - entropy(2 * d);
}

const task = (name: string, truth: number, reference: number, sampler: Sampler): Task => ({
  name,
  sampler,
  truth,
  reference,
});

const spiralled = (sampler: Sampler): Sampler => transformed(sampler, spiralX, spiralY);
const uniform = (d: number): Sampler => transformed(pairs(d), normalCdf);

/** Tasks of P. Czyż et al., NeurIPS 2023 (arXiv:2306.11078) whose mutual information has a closed form. */
export const tasks: readonly Task[] = [
  task('normal 1 × 1', ofBinormal, 0.411, binormal),
  task('normal 1 × 1, uniform margins', ofBinormal, 0.413, transformed(binormal, normalCdf)),
  task('additive noise 0.1', 0.1 - Math.log(0.2), 1.671, additive(0.1)),
  task('additive noise 0.75', 1 / 3, 0.324, additive(0.75)),
  task('bimodal 1 × 1', ofBinormal, 0.414, transformed(binormal, bimodalX, bimodalY)),
  task('wiggly 1 × 1', ofBinormal, 0.412, transformed(binormal, wigglyX, wigglyY)),
  task('half-cube 1 × 1', ofBinormal, 0.409, transformed(binormal, halfCube)),
  task('Student 1 × 1, 1 degree', ofStudent(1, 1), 0.169, student(1, 1)),
  task('asinh Student 1 × 1, 1 degree', ofStudent(1, 1), 0.229, transformed(student(1, 1), asinh)),
  task(
    'Swiss roll 2 × 1',
    ofBinormal,
    0.416,
    transformed(transformed(binormal, normalCdf), swissRoll, (y) => [...y]),
  ),
  ...(
    [
      [2, 0.297],
      [3, 0.411],
      [5, 0.565],
      [25, 0.951],
      [50, 1.071],
    ] as const
  ).map(([d, reference]) => task(`normal dense ${d} × ${d}`, ofDense(d), reference, equallyCorrelated(d))),
  ...(
    [
      [2, 1.023],
      [3, 0.93],
      [5, 0.684],
      [25, 0.124],
    ] as const
  ).map(([d, reference]) => task(`normal 2 pairs ${d} × ${d}`, ofPairs, reference, pairs(d))),
  ...(
    [
      [2, 1, 0.254],
      [2, 2, 0.099],
      [3, 2, 0.123],
      [3, 3, 0.069],
      [5, 2, 0.22],
      [5, 3, 0.161],
    ] as const
  ).map(([d, degrees, reference]) =>
    task(`Student ${d} × ${d}, ${degrees} degrees`, ofStudent(d, degrees), reference, student(d, degrees)),
  ),
  ...(
    [
      [3, 0.896],
      [5, 0.674],
      [25, 0.126],
    ] as const
  ).map(([d, reference]) => task(`2 pairs ${d} × ${d}, uniform margins`, ofPairs, reference, uniform(d))),
  ...(
    [
      [3, 0.852],
      [5, 0.608],
      [25, 0.105],
    ] as const
  ).map(([d, reference]) =>
    task(`2 pairs ${d} × ${d}, half-cube`, ofPairs, reference, transformed(pairs(d), halfCube)),
  ),
  ...(
    [
      [3, 0.693],
      [5, 0.507],
      [25, 0.106],
    ] as const
  ).map(([d, reference]) => task(`2 pairs ${d} × ${d}, spiral`, ofPairs, reference, spiralled(pairs(d)))),
  ...(
    [
      [3, 0.879],
      [5, 0.647],
      [25, 0.111],
    ] as const
  ).map(([d, reference]) =>
    task(`2 pairs ${d} × ${d}, uniform margins, spiral`, ofPairs, reference, spiralled(uniform(d))),
  ),
  ...(
    [
      [2, 1, 0.388],
      [3, 2, 0.177],
      [5, 2, 0.238],
    ] as const
  ).map(([d, degrees, reference]) =>
    task(
      `asinh Student ${d} × ${d}, ${degrees} degrees`,
      ofStudent(d, degrees),
      reference,
      transformed(student(d, degrees), asinh),
    ),
  ),
];
