import { describe, expect, test } from '@jest/globals';
import { int32Values } from '../../../src/inputs/int32Values.ts';
import { chunkInKernel, chunkInLoop, int32Chunk, type ValueKind } from '../../../src/numeric/kernels/int32Chunk.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const SIZE = 1028;

const integers = Int32Array.from({ length: SIZE }, (_, i) => hash32(i, 1) | 0);
integers.set([0, -1, 2 ** 31 - 1, -(2 ** 31)]);
const positive = integers.map((integer) => integer & (2 ** 31 - 1));

/** Integers that are floats of 32 bits. */
const singles = Float32Array.from(integers, (integer) => (integer >> 7) << (integer & 7));
singles.set([0, -1, 2 ** 31 - 128, -(2 ** 31)]);

const bitsOf = (values: BigInt64Array | BigUint64Array): Float64Array => new Float64Array(values.buffer);

const kinds: [ValueKind, Float64Array, Int32Array, Float64Array][] = [
  [
    'float32',
    Float64Array.from(singles),
    Int32Array.from(singles),
    Float64Array.of(NaN, 0.5, 2 ** 31, -(2 ** 31) - 256, 2 ** 32, 1e30, Infinity, -Infinity, 1e-45),
  ],
  [
    'float64',
    Float64Array.from(integers),
    integers,
    Float64Array.of(NaN, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 1e300, Infinity, -Infinity, 5e-324),
  ],
  [
    'signed',
    bitsOf(BigInt64Array.from(integers, BigInt)),
    integers,
    bitsOf(BigInt64Array.of(2n ** 31n, -(2n ** 31n) - 1n, 2n ** 32n, 2n ** 63n - 1n, -(2n ** 63n), -(2n ** 32n))),
  ],
  [
    'unsigned',
    bitsOf(BigUint64Array.from(positive, BigInt)),
    positive,
    bitsOf(BigUint64Array.of(2n ** 31n, 2n ** 32n, 2n ** 64n - 1n, 2n ** 64n - 2n ** 31n, 2n ** 63n)),
  ],
];

describe.each(kinds)('%s', (kind, values, expected, invalid) => {
  const chunks = [chunkInKernel(SIZE, kind)!, chunkInLoop(SIZE, kind)];

  test('values are converted with and without WebAssembly', () => {
    for (const chunk of chunks) {
      chunk.values.set(values);
      expect(chunk.convert()).toBe(true);
      expect(chunk.ints).toEqual(expected);
    }
  });

  test('a value that is not a 32-bit integer is found at every place of a group', () => {
    for (const chunk of chunks) {
      for (const place of [0, 1, 2, 3, 514, SIZE - 1]) {
        for (let k = 0; k < invalid.length; k++) {
          chunk.values.set(values);
          chunk.values.set(invalid.subarray(k, k + 1), place);
          expect(chunk.convert()).toBe(false);
        }
      }
    }
  });
});

test.each(['float32', 'float64'] as const)('−0 of %s is converted to 0', (kind) => {
  for (const chunk of [chunkInKernel(SIZE, kind)!, chunkInLoop(SIZE, kind), int32Chunk(1, kind)]) {
    chunk.values.fill(-0);
    expect(chunk.convert()).toBe(true);
    expect(chunk.ints.every((integer) => Object.is(integer, 0))).toBe(true);
  }
});

test.each([1025, 1026, 1027, 2047, 2049, 5000])('%d integers are converted after a failed conversion', (n) => {
  expect(int32Values(new Float64Array(2048).fill(0.5))).toBeUndefined();
  expect(int32Values(new Float64Array(n).fill(3))).toEqual(new Int32Array(n).fill(3));
  expect(int32Values(new Float32Array(n).fill(5))).toEqual(new Int32Array(n).fill(5));
  expect(int32Values(new Float32Array(n).fill(2 ** 31))).toBeUndefined();
  expect(int32Values(new Float64Array(2048).fill(0.5))).toBeUndefined();
  expect(int32Values(new BigInt64Array(n).fill(-3n))).toEqual(new Int32Array(n).fill(-3));
});
