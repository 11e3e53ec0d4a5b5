// Simulates the bias of estimators of mutual information for 50 samples in a table of 8 × 8 cells: npm run
// simulate:bias prints the table of docs/how-scores-behave.md.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { expectedMutualInfo, mutualInfoScore } from 'tfjs-metrics';
import { ENTROPY_ESTIMATORS } from '../src/functional/information/discrete/estimatorOptions.ts';
import { alignedTable } from '../bench/alignedTable.ts';

const SAMPLES = 50;
const LABELS = 8;
const REPETITIONS = 2000;
const SEED = 1;

/** Simulated distribution: the probability of each label, and the probability that a prediction copies the target. */
interface Truth {
  readonly name: string;
  readonly shares: readonly number[];
  readonly copied: number;
}

/** Result over all repetitions. */
interface Outcome {
  readonly bias: number;
  readonly rootMeanSquaredError: number;
}

const equal = Array.from({ length: LABELS }, () => 1 / LABELS);
const unequal = equal.map((_, label) => 2 ** -(label + 1) / (1 - 2 ** -LABELS));
const truths: readonly Truth[] = [
  { name: 'independent', shares: equal, copied: 0 },
  { name: 'independent, unequal', shares: unequal, copied: 0 },
  { name: 'half copied', shares: equal, copied: 0.5 },
  { name: '9 in 10 copied', shares: equal, copied: 0.9 },
];

const random = mersenne(SEED);
const uniform = (): number => uniformFloat64(random);
const columns = truths.map(simulate);

console.log(
  alignedTable(
    ['estimator', ...truths.map(({ name }, i) => `${name} (${trueInformation(truths[i]!).toFixed(3)})`)],
    [...columns[0]!.keys()].map((name) => [name, ...columns.map((outcomes) => printed(outcomes.get(name)!))]),
    (column) => column > 0,
  ),
);

function printed({ bias, rootMeanSquaredError }: Outcome): string {
  const sign = bias < 0 ? '−' : '+';
  return `${sign}${Math.abs(bias).toFixed(3)} (${rootMeanSquaredError.toFixed(3)})`;
}

/** Returns Σ p(i, j) ln(p(i, j) / (p(i) p(j))). */
function trueInformation({ shares, copied }: Truth): number {
  let nats = 0;
  for (const [i, p] of shares.entries()) {
    for (const [j, q] of shares.entries()) {
      const joint = p * ((i === j ? copied : 0) + (1 - copied) * q);
      if (joint > 0) nats += joint * Math.log(joint / (p * q));
    }
  }
  return nats;
}

function simulate(truth: Truth): Map<string, Outcome> {
  const expected = trueInformation(truth);
  const errors = new Map<string, number[]>();
  const note = (name: string, value: number): void => {
    const known = errors.get(name);
    if (known === undefined) errors.set(name, [value - expected]);
    else known.push(value - expected);
  };
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const target = Array.from({ length: SAMPLES }, () => draw(truth.shares));
    const preds = target.map((label) => (uniform() < truth.copied ? label : draw(truth.shares)));
    for (const estimator of ENTROPY_ESTIMATORS) note(estimator, mutualInfoScore(preds, target, { estimator }));
    note('plugIn − expected', mutualInfoScore(preds, target) - expectedMutualInfo(preds, target));
  }
  return new Map([...errors].map(([name, values]) => [name, outcomeOf(values)]));
}

function draw(shares: readonly number[]): number {
  let rest = uniform();
  const label = shares.findIndex((share) => (rest -= share) < 0);
  return label < 0 ? shares.length - 1 : label;
}

function outcomeOf(errors: readonly number[]): Outcome {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    bias: mean(errors),
    rootMeanSquaredError: Math.sqrt(mean(errors.map((error) => error * error))),
  };
}
