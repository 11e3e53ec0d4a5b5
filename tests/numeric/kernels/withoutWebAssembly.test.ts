import { afterEach, expect, jest, test } from '@jest/globals';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const N = 1003;
const D = 9;
const labels = Int32Array.from({ length: N }, (_, i) => hash32(i, 1) % 4);
const values = Float64Array.from({ length: N * D }, (_, at) => labels[Math.floor(at / D)]! + hash32(at, 2) / 2 ** 31);
const data = { data: values, shape: [N, D] } as const;

const real = globalThis.WebAssembly;

afterEach(() => {
  globalThis.WebAssembly = real;
});

/** Computes all scores with the package loaded while `WebAssembly` is replaced by `substitute`. */
async function scoresWith(substitute: unknown): Promise<{ loops: boolean; scores: number[] }> {
  globalThis.WebAssembly = substitute as typeof WebAssembly;
  jest.resetModules();
  const lib = await import('tfjs-metrics');
  const { sampleKernels } = await import('../../../src/numeric/kernels/sampleKernels.ts');
  const scores = [
    lib.calinskiHarabaszScore(data, labels),
    lib.daviesBouldinScore(data, labels),
    lib.dunnIndex(data, labels),
    ...(['euclidean', 'sqeuclidean', 'manhattan', 'cosine', 'chebyshev'] as const).map((metric) =>
      lib.silhouetteScore(data, labels, { metric }),
    ),
  ];
  const bits = labels.map((label) => label & 1);
  const probabilities = values.subarray(0, N).map((value) => value / 8);
  const rows = (array: Float64Array | Int32Array): { data: typeof array; shape: [number, number] } => ({
    data: array.subarray(0, 1000),
    shape: [100, 10],
  });
  scores.push(
    lib.auroc(probabilities, bits, { thresholds: 20 }),
    lib.calibrationError(probabilities, bits),
    lib.coverageError(rows(probabilities), rows(bits)),
    lib.hammingDistance(rows(probabilities), rows(bits)),
    lib.r2Score(values.subarray(0, 4000), values.subarray(1000, 5000)),
    lib.ksgMutualInfo(data, { data: values.map((value, at) => value + hash32(at, 3) / 2 ** 32), shape: [N, D] }),
    lib.knnEntropy(data, { metric: 'euclidean' }),
  );
  const many = Int32Array.from({ length: 9001 }, (_, at) => labels[at % N]! + (at % 7));
  const shifted = many.map((label, at) => label + (at % 2));
  scores.push(
    lib.mutualInfoScore(many, shifted),
    lib.mutualInfoScore(Float32Array.from(many), Float64Array.from(shifted)),
    lib.mutualInfoScore(BigInt64Array.from(many, BigInt), BigUint64Array.from(shifted, BigInt)),
  );
  return { loops: sampleKernels(100) !== undefined, scores };
}

const forbidden = {
  Module: function refuse() {
    throw new real.CompileError('refused by the content security policy');
  },
};

test.each([
  ['is not supported', undefined],
  ['is forbidden on the page', forbidden],
])('if WebAssembly %s, scores are the same', async (_, substitute) => {
  const expected = await scoresWith(real);
  const actual = await scoresWith(substitute);
  expect([expected.loops, actual.loops]).toEqual([true, false]);
  actual.scores.forEach((score, i) => {
    expectClose(score, expected.scores[i]!);
  });
});
