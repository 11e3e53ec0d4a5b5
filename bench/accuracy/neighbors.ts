import { ksgMutualInfo, mixedMutualInfo } from 'tfjs-metrics';
import { discreteAndEven, zeroInflatedPoisson, type SamplePair } from './samplers.ts';
import { tasks } from './tasks.ts';
import { ofZeroInflatedPoisson } from './zeroInflatedInformation.ts';

const SAMPLES = 5000;
const RUNS = 5;
const REFERENCE_RUNS = 3;
const K = 5;

/** Returns means and standard deviations of estimates over several runs. */
function estimate(
  sampler: (n: number, seed: number) => SamplePair,
  estimators: readonly ((x: number[][], y: number[][]) => number)[],
): { mean: number; deviation: number }[] {
  const runs = Array.from({ length: RUNS }, (_, seed) => {
    const { x, y } = sampler(SAMPLES, seed + 1);
    return estimators.map((of) => of(x as number[][], y as number[][]));
  });
  return estimators.map((_, e) => {
    const mean = runs.reduce((sum, run) => sum + run[e]!, 0) / RUNS;
    const squares = runs.reduce((sum, run) => sum + (run[e]! - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / (RUNS - 1)) };
  });
}

const number = (value: number): string => value.toFixed(3);
const row = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`);

/**
 * Compares nearest-neighbor estimators with known values and with another implementation.
 *
 * @returns the number of estimates that differ by more than chance.
 */
export function printNeighborEstimates(): number {
  let missed = 0;
  const verdict = (isMet: boolean): string => {
    if (!isMet) missed++;
    return isMet ? 'yes' : 'NO';
  };
  console.log(`N = ${SAMPLES}, k = ${K}, means of ${RUNS} runs, in nats\n`);
  row('task', 'truth', 'KSG-1', 'KSG-2', 'KSG-1, ranks', '± of a run', 'reference KSG-1', 'agrees');
  row('---', '---', '---', '---', '---', '---', '---', '---');
  for (const { name, sampler, truth, reference } of tasks) {
    const [first, second, ranks] = estimate(sampler, [
      (x, y) => ksgMutualInfo(x, y, { k: K, standardize: 'std' }),
      (x, y) => ksgMutualInfo(x, y, { k: K, standardize: 'std', variant: 2 }),
      (x, y) => ksgMutualInfo(x, y, { k: K, standardize: 'rank' }),
    ]);
    // Four standard errors of the difference of two means; normal errors exceed them in 1 of 16,000 comparisons.
    const error = first!.deviation * Math.sqrt(1 / RUNS + 1 / REFERENCE_RUNS);
    const agrees = Math.abs(first!.mean - reference) <= 4 * error + 0.0005;
    row(
      name,
      number(truth),
      number(first!.mean),
      number(second!.mean),
      number(ranks!.mean),
      number(first!.deviation),
      number(reference),
      verdict(agrees),
    );
  }

  const mixed = [
    {
      name: 'X one of 5 integers, Y uniform from X to X + 2',
      sampler: discreteAndEven(5),
      truth: Math.log(5) - 0.8 * Math.LN2,
    },
    {
      name: 'Poisson with 15 % more zeros',
      sampler: zeroInflatedPoisson(0.15),
      truth: ofZeroInflatedPoisson(0.15),
    },
  ];
  console.log('\nmixedMutualInfo, to 0.03\n');
  row('task', 'truth', 'ours', '± of a run', 'within');
  row('---', '---', '---', '---', '---');
  for (const { name, sampler, truth } of mixed) {
    const [ours] = estimate(sampler, [(x, y) => mixedMutualInfo(x, y, { k: K })]);
    row(
      name,
      truth.toFixed(4),
      ours!.mean.toFixed(4),
      number(ours!.deviation),
      verdict(Math.abs(ours!.mean - truth) <= 0.03),
    );
  }
  console.log(`\nMissed: ${missed}`);
  return missed;
}
