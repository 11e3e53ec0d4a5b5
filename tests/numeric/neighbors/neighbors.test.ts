import { describe, expect, test } from '@jest/globals';
import { countWithin } from '../../../src/numeric/neighbors/countWithin.ts';
import { KdTree } from '../../../src/numeric/neighbors/kdTree.ts';
import { eachNeighborhood, kthDistances, kthDistancesTo } from '../../../src/numeric/neighbors/kthDistances.ts';
import type { Norm } from '../../../src/numeric/neighbors/neighborSearch.ts';
import { selectPoints, type Points } from '../../../src/numeric/neighbors/points.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const uniform = (i: number, seed: number): number => hash32(i, seed) / 2 ** 32;

/** Kinds of points: uniform, with ties, with few distinct values, far from 0, with heavy tails. */
const kinds: Record<string, (i: number) => number> = {
  uniform: (i) => uniform(i, 1),
  'in eighths': (i) => Math.floor(8 * uniform(i, 2)) / 8,
  'with two distinct values': (i) => hash32(i, 3) % 2,
  'all equal': () => 5,
  'in tenths': (i) => Math.floor(30 * uniform(i, 4)) / 10,
  'far from 0': (i) => 1e9 + uniform(i, 5),
  'with heavy tails': (i) => Math.tan(Math.PI * (uniform(i, 6) - 0.5)) ** 3,
};

const pointsOf = (kind: string, n: number, d: number): Points => ({
  data: Float64Array.from({ length: n * d }, (_, i) => kinds[kind]!(i)),
  n,
  d,
});

/** Returns the distance as it is compared: squared if Euclidean. */
function measure({ data, d }: Points, i: number, other: Points, j: number, norm: Norm): number {
  let measured = 0;
  for (let c = 0; c < d; c++) {
    const gap = data[i * d + c]! - other.data[j * d + c]!;
    measured = norm === 'chebyshev' ? Math.max(measured, Math.abs(gap)) : measured + gap * gap;
  }
  return measured;
}

const lengthOf = (measured: number, norm: Norm): number => (norm === 'chebyshev' ? measured : Math.sqrt(measured));

function distance(points: Points, i: number, other: Points, j: number, norm: Norm): number {
  return lengthOf(measure(points, i, other, j, norm), norm);
}

/** Returns the k nearest neighbors by brute force; ties are broken by index. */
function bruteForce(points: Points, i: number, k: number, norm: Norm): [number, number][] {
  return Array.from({ length: points.n }, (_, j): [number, number] => [measure(points, j, points, i, norm), j])
    .filter(([, j]) => j !== i)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .slice(0, k)
    .map(([measured, j]) => [lengthOf(measured, norm), j]);
}

const cases = Object.keys(kinds).flatMap((kind) =>
  [1, 2, 3, 5, 11].flatMap((d) => [120, 150].map((n) => [n, kind, d] as const)),
);

// WebAssembly compares 128 points or more.
describe.each(cases)('%i points %s of %i dimensions', (n, kind, d) => {
  const points = pointsOf(kind, n, d);

  test.each(['chebyshev', 'euclidean'] as const)('have the same %s neighbors as by brute force', (norm) => {
    const k = 4;
    const expected = Array.from({ length: n }, (_, i) => bruteForce(points, i, k, norm));
    for (const leafSize of [2, 5, 16, Infinity]) {
      const tree = new KdTree(points, leafSize);
      const found: (number | undefined)[][][] = [];
      let visited = 0;
      eachNeighborhood(tree, k, norm, (place, { places, distances }) => {
        visited++;
        found[tree.order[place]!] = Array.from(places, (other, rank) => [distances[rank], tree.order[other]]);
      });
      expect(found).toEqual(expected);
      expect(visited).toBe(n);
    }
  });

  test('have the same distances to their k-th neighbors as by brute force', () => {
    for (const norm of ['chebyshev', 'euclidean'] as const) {
      const spaced = kthDistances(points, 3, norm);
      const expected = Array.from({ length: n }, (_, i) => {
        const [, , third] = bruteForce(spaced.points, i, 3, norm);
        return third![0];
      });
      expect(Array.from(spaced.distances)).toEqual(expected);
    }
  });

  test('have the same k-th distances from query points as by brute force', () => {
    const queries = selectPoints(pointsOf(kind, 300, d), [200, 3, 299, 150, 151]);
    for (const norm of ['chebyshev', 'euclidean'] as const) {
      const expected = Array.from({ length: queries.n }, (_, i) => {
        const all = Array.from({ length: n }, (__, j) => distance(points, j, queries, i, norm));
        return all.sort((a, b) => a - b)[1];
      });
      expect(Array.from(kthDistancesTo(points, queries, 2, norm))).toEqual(expected);
    }
  });

  test('have the same counts within a radius and exactly at it as by brute force', () => {
    const radii = Float64Array.from({ length: n }, (_, i) =>
      distance(points, i, points, hash32(i, 7) % n, 'chebyshev'),
    );
    const { within, tied } = countWithin(points, radii);
    const all = Array.from(radii, (_, i) =>
      Array.from({ length: n }, (__, j) => distance(points, i, points, j, 'chebyshev')),
    );
    expect(Array.from(within)).toEqual(all.map((row, i) => row.filter((far) => far <= radii[i]!).length));
    expect(Array.from(tied)).toEqual(all.map((row, i) => row.filter((far) => far === radii[i]).length));
  });
});

test('many equal points are searched quickly, with ties broken by index', () => {
  const n = 20_000;
  const points: Points = { data: new Float64Array(2 * n), n, d: 2 };
  for (let i = 0; i < n; i++) points.data[2 * i] = i % 2;
  const tree = KdTree.of(points);
  eachNeighborhood(tree, 2, 'chebyshev', (place, { places, distances }) => {
    const i = tree.order[place]!;
    const first = [i % 2, (i % 2) + 2, (i % 2) + 4].filter((j) => j !== i).slice(0, 2);
    if (Array.from(places, (other) => tree.order[other]!).join() !== first.join()) {
      expect(Array.from(places, (other) => tree.order[other]!)).toEqual(first);
    }
    if (distances[1] !== 0) expect(distances[1]).toBe(0);
  });
});

test('no point is within a radius of NaN in blocks of points', () => {
  const points = { data: Float64Array.from({ length: 600 }, (_, i) => Math.sin(i)), n: 200, d: 3 };
  const radii = new Float64Array(200).fill(0.5);
  const expected = countWithin(points, radii).within.slice();
  radii[7] = NaN;
  expected[7] = 0;
  expect(countWithin(points, radii).within).toEqual(expected);
  radii.fill(NaN);
  expect(countWithin(points, radii).within).toEqual(new Int32Array(200));
});
