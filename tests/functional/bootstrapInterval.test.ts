import { describe, expect, test } from '@jest/globals';
import {
  adjustedRandScore,
  bootstrapInterval,
  clusterAccuracy,
  ContingencyTable,
  MetricInputError,
  MetricStateError,
  MultiwayTable,
  mutualInfoScore,
  normalizedMutualInfoScore,
  purityScore,
} from 'tfjs-metrics';
import { simulateCoverage, truths } from '../../scripts/intervalCoverage.ts';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { clusteringScores } from '../parity/tableScores.ts';

/** Five classes, with four of five samples of each class in its own cluster. */
const SHARES = Array.from({ length: 5 }, (_, i) =>
  Array.from({ length: 5 }, (__, j) => (i === j ? 16 : 1) * (1 + (i % 3))),
);

function scaled(times: number): ContingencyTable {
  return ContingencyTable.fromMatrix(SHARES.map((row) => row.map((share) => share * times)));
}

/** Fraction of intervals of 500 samples from these shares that contain the score of the population. */
function coverage(score: (table: ContingencyTable) => number, simulations: number): number {
  const population = scaled(1);
  const truth = score(scaled(1e9));
  const random = RandomSource.of(9);
  const cellOf = Array.from(population.cells.count).flatMap((share, cell) => Array.from({ length: share }, () => cell));
  let hits = 0;
  for (let s = 0; s < simulations; s++) {
    const counts = new Float64Array(population.cells.count.length);
    for (let i = 0; i < 500; i++) counts[cellOf[random.integer(cellOf.length)]!]!++;
    const sample = population.withCounts(counts);
    const { lower, upper } = bootstrapInterval(score, sample, { draws: 200, seed: s });
    if (lower <= truth && truth <= upper) hits++;
  }
  return hits / simulations;
}

describe('coverage matches the confidence level', () => {
  test('for the adjusted Rand score of 500 samples: 93 % to 97 %', () => {
    const share = coverage(adjustedRandScore, 1000);
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  });

  test('for mutual information, although it is biased high for small samples', () => {
    expect(coverage(mutualInfoScore, 300)).toBeGreaterThan(0.9);
  });
});

describe('small samples', () => {
  const hits = simulateCoverage({
    sizes: [60],
    repetitions: 100,
    draws: 360,
    methods: ['testInversion'],
    truths: truths.filter(({ name }) => /^(3 × 3 independent|3 × 3, 90 % copied)$/.test(name)),
  });
  const shares = hits.get('testInversion')!.get(60)!;

  // Three standard deviations of 100 simulations are 0.065.
  test.each(Object.keys(shares))(
    '%s: coverage for 60 samples of two populations is 95 %% up to sampling error',
    (name) => {
      for (const share of shares[name]!) {
        expect(share).toBeGreaterThanOrEqual(name === 'purityScore' ? 0.84 : 0.88);
      }
    },
  );

  test('intervals stay within the range of the score for the number of labels', () => {
    const table = ContingencyTable.fromMatrix([
      [6, 0, 0],
      [0, 5, 1],
      [0, 0, 6],
    ]);
    const { lower, upper } = bootstrapInterval(mutualInfoScore, table, { method: 'basic' });
    expect([lower > 0, upper]).toEqual([true, Math.log(3)]);
    const bits = (drawn: ContingencyTable) => mutualInfoScore(drawn, { base: 2 });
    expect(bootstrapInterval(bits, table, { range: [0, Math.log2(3)] }).upper).toBe(Math.log2(3));
  });

  test('complete agreement of 30 samples still gives an interval of positive width', () => {
    const table = ContingencyTable.fromMatrix([
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ]);
    const { lower, upper } = bootstrapInterval(clusterAccuracy, table);
    // If 88.4 % of samples are right, 1 in 40 tables of 30 samples has no error.
    expect(Math.abs(lower - 0.884)).toBeLessThan(0.045);
    expect(upper).toBe(1);
  });
});

test('draws with an undefined score are ignored and counted, up to a tenth of the draws', () => {
  const table = ContingencyTable.fromMatrix([
    [57, 0],
    [0, 3],
  ]);
  const score = (drawn: ContingencyTable): number => (drawn.predLabels.length < 2 ? NaN : purityScore(drawn));
  const { lower, upper, undefinedDraws } = bootstrapInterval(score, table, { method: 'basic' });
  expect([lower, upper]).toEqual([1, 1]);
  // e⁻³ of 1000, within four standard deviations.
  expect(Math.abs(undefinedDraws - 46)).toBeLessThan(28);
  const rare = ContingencyTable.fromMatrix([
    [57, 0],
    [0, 1],
  ]);
  expect(() => bootstrapInterval(score, rare)).toThrow(MetricStateError);
  expect(() => bootstrapInterval(score, rare)).toThrow('a defined value for at least 90 % of the draws');
});

describe('laws', () => {
  const table = scaled(20);

  test.each(clusteringScores)('$name: the interval of many samples contains the score', (of) => {
    const { value, lower, upper, standardError } = bootstrapInterval((drawn) => of.score(drawn, of.options), table, {
      draws: 200,
    });
    expect(value).toBe(of.score(table, of.options));
    expect(lower).toBeLessThanOrEqual(value);
    expect(upper).toBeGreaterThanOrEqual(value);
    expect(standardError).toBeGreaterThan(0);
  });

  test('the interval is deterministic for a seed and differs between seeds', () => {
    const of = (seed: number) => bootstrapInterval(adjustedRandScore, table, { draws: 50, seed });
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  test('a hundred times as many samples make the interval a tenth as wide', () => {
    const width = (times: number): number => {
      const { lower, upper } = bootstrapInterval(adjustedRandScore, scaled(times));
      return upper - lower;
    };
    expect(width(10) / width(1000)).toBeGreaterThan(8);
    expect(width(10) / width(1000)).toBeLessThan(12);
  });

  test('higher confidence makes the interval wider', () => {
    const width = (confidence: number): number => {
      const { lower, upper } = bootstrapInterval(adjustedRandScore, table, { confidence });
      return upper - lower;
    };
    expect(width(0.99)).toBeGreaterThan(1.2 * width(0.95));
  });

  test('several scores in one call have the same intervals as in separate calls', () => {
    const options = { draws: 50, seed: 3 };
    const both = bootstrapInterval({ adjustedRandScore, purityScore }, table, options);
    expect(both.adjustedRandScore).toEqual(bootstrapInterval(adjustedRandScore, table, options));
    expect(both.purityScore).toEqual(bootstrapInterval(purityScore, table, options));
  });

  test('the standard error of accuracy is that of a proportion', () => {
    const { value, standardError } = bootstrapInterval(clusterAccuracy, table);
    const expected = Math.sqrt((value * (1 - value)) / table.n);
    expect(Math.abs(standardError / expected - 1)).toBeLessThan(0.1);
  });

  test('the bias of mutual information is (R − 1)(C − 1)/2n to first order', () => {
    const { bias } = bootstrapInterval(mutualInfoScore, table);
    expect(Math.abs(bias / (16 / (2 * table.n)) - 1)).toBeLessThan(0.4);
  });
});

describe('edges', () => {
  test('a table of one cell has an interval of width 0', () => {
    const table = ContingencyTable.of([0, 0, 0], [1, 1, 1]);
    const { value, lower, upper, standardError } = bootstrapInterval(normalizedMutualInfoScore, table);
    expect([value, lower, upper, standardError]).toEqual([1, 1, 1, 0]);
  });

  test('all results are NaN if there are no samples', () => {
    const { value, lower, upper } = bootstrapInterval(purityScore, new ContingencyTable());
    expect([value, lower, upper]).toEqual([NaN, NaN, NaN]);
  });

  test('fractional counts are rejected with the reason', () => {
    const table = ContingencyTable.of([0, 1], [0, 1], { sampleWeight: [1, 0.5] });
    expect(() => bootstrapInterval(purityScore, table)).toThrow(
      'bootstrapInterval: expected whole numbers as weights, because a fraction of a sample cannot be drawn, got 0.5',
    );
  });

  test.each([
    [{ draws: 1 }, 'option "draws": expected a whole number, 2 to 1000000, got 1'],
    [{ confidence: 95 }, 'option "confidence": expected a number between 0 and 1, got 95'],
    [{ range: [1, 0] }, 'option "range": expected two numbers, the smallest and the largest value'],
    [{ method: 'bca' }, 'option "method": expected one of "testInversion", "basic", "percentile", got "bca"'],
  ])('%j is rejected', (options, message) => {
    const call = () => bootstrapInterval(purityScore, scaled(1), options as never);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });

  test('invalid scores and tables are rejected', () => {
    expect(() => bootstrapInterval({} as never, scaled(1))).toThrow('expected a score function');
    expect(() => bootstrapInterval((() => ({ purity: 1 })) as never, scaled(1))).toThrow(
      'bootstrapInterval: expected a function that returns a number, got an object',
    );
    expect(() => bootstrapInterval(purityScore, [[1]] as never)).toThrow('a ContingencyTable');
  });
});

test('a paired difference has a smaller standard error than two separate scores', () => {
  const random = RandomSource.of(4);
  const target = Array.from({ length: 600 }, () => random.integer(4));
  const a = target.map((label) => (random.uniform() < 0.7 ? label : random.integer(4)));
  const b = a.map((label, i) => (random.uniform() < 0.95 ? label : target[i]!));
  const both = MultiwayTable.of([a, b, target]);
  const score = (v: number) => (drawn: MultiwayTable) => clusterAccuracy(drawn.pair(v, 2));
  const difference = (drawn: MultiwayTable): number => score(1)(drawn) - score(0)(drawn);
  const of = bootstrapInterval({ a: score(0), b: score(1), difference }, both, { draws: 200 });
  expect(of.difference.value).toBeCloseTo(of.b.value - of.a.value, 12);
  expect(of.difference.lower).toBeGreaterThan(0);
  expect(of.difference.standardError).toBeLessThan(of.a.standardError / 2);
});

describe('a table with other counts', () => {
  test('omits cells with count 0, and can be merged and saved', () => {
    const table = ContingencyTable.fromMatrix(
      [
        [2, 1],
        [0, 3],
      ],
      { predLabels: ['a', 'b'] },
    );
    const other = table.withCounts(Float64Array.of(0, 4, 5));
    expect(other.predLabels).toEqual(['b']);
    expect(other.toMatrix()).toEqual([[4], [5]]);
    expect(ContingencyTable.fromJSON(other.toJSON()).toMatrix()).toEqual([[4], [5]]);
    expect(other.clone().merge(table).toMatrix()).toEqual([
      [2, 5],
      [0, 8],
    ]);
    expect(other.without(0).toMatrix()).toEqual([[5]]);
    expect(table.toMatrix()).toEqual([
      [2, 1],
      [0, 3],
    ]);
  });

  test('rejects invalid counts', () => {
    const table = scaled(1);
    expect(() => table.withCounts(Float64Array.of(1))).toThrow('counts: expected one count for each of 25 cells');
    expect(() => table.withCounts(new Float64Array(25).fill(-1))).toThrow('expected a finite number ≥ 0');
  });
});
