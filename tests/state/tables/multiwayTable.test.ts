import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  conditionalEntropyScore,
  conditionalMutualInfoScore,
  ContingencyTable,
  entropyScore,
  jointEntropyScore,
  MultiwayTable,
  mutualInfoScore,
  totalCorrelationScore,
  type EntropyEstimator,
  type Labels,
} from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';

const triples = fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2)), {
  minLength: 1,
  maxLength: 80,
});
const estimators: EntropyEstimator[] = ['plugIn', 'millerMadow', 'grassberger', 'jackknife', 'chaoShen', 'jamesStein'];

/** Returns the columns of rows of labels. */
function columns(rows: readonly (readonly number[])[]): [number[], number[], number[]] {
  return [rows.map(([x]) => x!), rows.map(([, y]) => y!), rows.map(([, , z]) => z!)];
}

/** Combines several labelings into one whose labels are the combinations. */
function together(...labelings: readonly (readonly number[])[]): string[] {
  return labelings[0]!.map((_, i) => labelings.map((labels) => labels[i]).join());
}

/** Returns the counts of a table in a canonical order. */
function counted(table: MultiwayTable): unknown[] {
  return Array.from(table.entries(), ({ labels, count }) => [labels.map(String).join(), count]).sort();
}

describe('information measures of three labelings', () => {
  test('are sums of joint entropies', () => {
    fc.assert(
      fc.property(triples, fc.constantFrom(...estimators.slice(0, 5)), (rows, estimator) => {
        const [x, y, z] = columns(rows);
        const options = { estimator };
        const h = (...of: number[][]): number => entropyScore(together(...of), options);
        expectClose(jointEntropyScore([x, y, z], options), h(x, y, z));
        expectClose(conditionalEntropyScore(x, z, options), h(x, z) - h(z));
        expectClose(conditionalEntropyScore(x, [y, z], options), h(x, y, z) - h(y, z));
        const cmi = h(x, z) + h(y, z) - h(x, y, z) - h(z);
        expectClose(conditionalMutualInfoScore(x, y, z, options), cmi);
        const total = h(x) + h(y) + h(z) - h(x, y, z);
        expectClose(totalCorrelationScore([x, y, z], options), total);
        const mi = mutualInfoScore(x, y, options);
        expectClose(totalCorrelationScore([x, y], options), mi);
        expectClose(conditionalMutualInfoScore(x, y, [], options), mi);
      }),
    );
  });

  test('of two labelings agree with those of their contingency table', () => {
    fc.assert(
      fc.property(triples, fc.constantFrom(...estimators), (rows, estimator) => {
        const [x, y] = columns(rows);
        const pairs = ContingencyTable.of(x, y);
        const table = MultiwayTable.fromPairs(pairs);
        expectClose(totalCorrelationScore(table, { estimator }), mutualInfoScore(pairs, { estimator }));
        expectClose(conditionalEntropyScore(table), entropyScore(x) - mutualInfoScore(x, y));
      }),
    );
  });

  test('are non-negative with the James–Stein estimator', () => {
    fc.assert(
      fc.property(triples, (rows) => {
        const [x, y] = columns(rows);
        expect(mutualInfoScore(x, y, { estimator: 'jamesStein' })).toBeGreaterThanOrEqual(0);
      }),
    );
    const [x, y] = [
      [1, 1, 2, 2, 3],
      [1, 2, 2, 2, 3],
    ];
    expect(mutualInfoScore(x!, y!, { estimator: 'jamesStein', base: 2 })).toBe(0);
  });

  test('are non-negative and obey the chain rule', () => {
    fc.assert(
      fc.property(triples, (rows) => {
        const [x, y, z] = columns(rows);
        const cmi = conditionalMutualInfoScore(x, y, z);
        expect(cmi).toBeGreaterThanOrEqual(0);
        expectClose(cmi + mutualInfoScore(x, z), mutualInfoScore(x, together(y, z)));
      }),
    );
  });

  test('are exactly 0 for labelings that are conditionally independent given the third', () => {
    const rows = [0, 1].flatMap((z) => [0, 1, 2].flatMap((x) => [0, 1, 1].map((y) => [x + z, (y + z) % 2, z])));
    const [x, y, z] = columns(rows);
    expect(conditionalMutualInfoScore(x, y, z)).toBe(0);
    expect(mutualInfoScore(x, y)).toBeGreaterThan(0);
    const grid = [0, 1, 2].flatMap((a) => [0, 1].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
    expect(totalCorrelationScore(columns(grid))).toBe(0);
  });

  test('detect the synergy of XOR', () => {
    const [x, y, xor] = columns([
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ]);
    expect(mutualInfoScore(x, xor)).toBe(0);
    expectClose(conditionalMutualInfoScore(x, xor, y, { base: 2 }), 1);
    expectClose(totalCorrelationScore([x, y, xor], { base: 2 }), 1);
  });

  test('accept the options sampleWeight, ignoreLabel and onUndefined', () => {
    const [x, y, z] = [
      ['a', 'a', 'b', 'b', 'c'],
      [0, 0, 0, 1, 1],
      [true, false, true, true, true],
    ];
    const sampleWeight = [1, 2, 3, 1, 2];
    const repeated = <L>(labels: readonly L[]): L[] =>
      labels.flatMap((label, i) => Array.from({ length: sampleWeight[i]! }, () => label));
    const of = [repeated(x!), repeated(y!), repeated(z!)] as unknown as Labels[];
    const weighted = [x, y, z] as unknown as Labels[];
    expectClose(totalCorrelationScore(weighted, { sampleWeight }), totalCorrelationScore(of));
    const kept = weighted.map((labels) => (labels as number[]).slice(0, 4));
    const ignored = jointEntropyScore(weighted, { ignoreLabel: 'c' });
    expect(ignored).toBe(jointEntropyScore(kept));
    expect(jointEntropyScore([])).toBeNaN();
    expect(conditionalMutualInfoScore([], [], [], { onUndefined: 0 })).toBe(0);
    const half = { sampleWeight: [0.5, 1, 1, 1, 1], estimator: 'jackknife' } as const;
    expect(() => jointEntropyScore(weighted, half)).toThrow(/"jackknife" counts samples/);
    expect(() => jointEntropyScore(weighted, { estimator: 'bayes' as never })).toThrow(/"plugIn"/);
  });
});

describe('a multiway table', () => {
  const rows = Array.from({ length: 500 }, (_, i) => [i % 7, (i * i) % 5, i % 3]);

  test('is the same from batches, merged, cloned and restored', () => {
    const whole = MultiwayTable.of(columns(rows));
    const [left, right] = [new MultiwayTable(), new MultiwayTable()];
    for (let i = 0; i < 500; i += 20) {
      (i % 40 === 0 ? left : right).add(columns(rows.slice(i, i + 20)));
    }
    const restored = MultiwayTable.fromJSON(JSON.parse(JSON.stringify(right)));
    const merged = left.clone().merge(restored);
    expect(counted(merged)).toEqual(counted(whole));
    expect(left.n).toBe(260);
    expect(merged.n).toBe(500);
  });

  test('returns marginal tables, and contingency tables of pairs', () => {
    const table = MultiwayTable.of(columns(rows));
    const [x, , z] = columns(rows);
    expect(counted(table.marginal([2, 0]))).toEqual(counted(MultiwayTable.of([z, x])));
    expect(table.pair(0, 2).toMatrix()).toEqual(ContingencyTable.of(x, z).toMatrix());
    expect(() => table.marginal([3])).toThrow(/variable: expected an index below 3, got 3/);
  });

  test('accepts strings, booleans and numbers of any size, even if large ones follow small ones', () => {
    const table = new MultiwayTable();
    table.add([Int32Array.of(1, 2), ['a', 'b'], [true, false]] as Labels[]);
    table.add([
      [2 ** 40, 1],
      ['b', 'a'],
      [true, true],
    ] as Labels[]);
    expect(counted(table)).toEqual([
      ['1,a,true', 2],
      ['1099511627776,b,true', 1],
      ['2,b,false', 1],
    ]);
  });

  test('is not affected by later changes of its input', () => {
    const labels = Int32Array.of(0, 1, 1);
    const table = MultiwayTable.of([labels, labels]);
    labels.fill(9);
    expect(counted(table)).toEqual([
      ['0,0', 1],
      ['1,1', 2],
    ]);
  });

  test('stores only combinations that occur', () => {
    const variables = Array.from({ length: 12 }, (_, v) =>
      Int32Array.from({ length: 300 }, (__, i) => (i * (v + 3)) % 101),
    );
    const table = MultiwayTable.of(variables);
    expect(table.cells.count.length).toBe(101);
    expectClose(jointEntropyScore(table), entropyScore(variables[0]!));
  });

  test('rejects inputs that do not fit, and is not modified', () => {
    const table = MultiwayTable.of([
      [1, 2],
      ['a', 'b'],
    ] as Labels[]);
    const before = JSON.stringify(table);
    expect(() => table.add([[1]])).toThrow(/variables: expected 2, as in earlier batches, got 1/);
    expect(() => table.add([[1], [2]])).toThrow(/variables\[1\]: expected string labels/);
    expect(() => table.add([[1, 2], ['a']] as Labels[])).toThrow(
      /variables\[1\]: expected 2 labels, as in variables\[0\], got 1/,
    );
    expect(() =>
      table.add([
        [1, NaN],
        ['a', 'b'],
      ] as Labels[]),
    ).toThrow(/variables\[0\]\[1\]: expected a label, got NaN/);
    expect(() => table.merge(MultiwayTable.of([[1], [2]]))).toThrow(/string/);
    expect(() => table.add('ab' as never)).toThrow(/expected an array with the labels of each variable, got "ab"/);
    expect(JSON.stringify(table)).toBe(before);
    const good = table.toJSON();
    expect(() => MultiwayTable.fromJSON({ ...good, count: [1] })).toThrow(
      /variables.0: expected 1 labels, one per count, got 2/,
    );
    expect(() => MultiwayTable.fromJSON({ ...good, count: [1, -1] })).toThrow(
      /count.1: expected positive counts, got -1/,
    );
  });
});

test('an empty batch changes nothing, whatever the kind of the earlier labels', () => {
  const table = MultiwayTable.of([
    ['a', 'b'],
    [0, 1],
  ]);
  expect(table.add([[], []]).n).toBe(2);
});
