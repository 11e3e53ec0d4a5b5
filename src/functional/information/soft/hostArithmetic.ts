import { entropyOfSizes } from '../discrete/entropyOfSizes.ts';
import { mutualInfoOfCells } from '../discrete/mutualInfoOfCells.ts';
import { sum } from '../../../numeric/sum.ts';
import type { Arithmetic } from './arithmetic.ts';
import { jointCells } from './jointCells.ts';
import type { Matrix } from './matrixProduct.ts';

/** {@link Arithmetic} on arrays, in float64. */
export const hostArithmetic: Arithmetic<Matrix> = {
  leastEntropy: 1e-15,
  constant: (value) => ({ rows: 1, columns: 1, data: Float64Array.of(value) }),
  join: (matrices) => {
    const size = matrices[0]?.data.length ?? 0;
    const values = new Float32Array(matrices.length * size);
    matrices.forEach(({ data }, k) => values.set(data, k * size));
    return values;
  },
  toMatrices: (tensor, like) => {
    const values = tensor.dataSync();
    return like.map(({ rows, columns, data: { length } }, k) => {
      return { rows, columns, data: Float64Array.from(values.subarray(k * length, (k + 1) * length)) };
    });
  },
  add: (a, b) => combine(a, b, (x, y) => x + y),
  sub: (a, b) => combine(a, b, (x, y) => x - y),
  mul: (a, b) => combine(a, b, (x, y) => x * y),
  div: (a, b) => combine(a, b, (x, y) => x / y),
  divNoNan: (a, b) => combine(a, b, (x, y) => (y === 0 ? 0 : x / y)),
  atLeast: (a, b) => combine(a, b, (x, y) => Number(x >= y)),
  select: (condition, a, b) => {
    const chosen = combine(condition, a, (is, x) => (is ? x : 0));
    const others = combine(condition, b, (is, y) => (is ? 0 : y));
    return combine(chosen, others, (x, y) => x + y);
  },
  log: ({ data, ...shape }) => ({ ...shape, data: data.map((x) => (x === 0 ? 0 : Math.log(x))) }),
  sqrt: ({ data, ...shape }) => ({ ...shape, data: data.map(Math.sqrt) }),
  sum: (a, axis) => sumOver(a, axis === 1 ? a.rows : 1, axis === 0 ? a.columns : 1),
  broadcastTo: (a, { rows, columns }) => {
    const zeros = { rows, columns, data: new Float64Array(rows * columns) };
    return combine(a, zeros, (x) => x);
  },
  sumTo: (a, { rows, columns }) => sumOver(a, Math.min(rows, a.rows), Math.min(columns, a.columns)),
  entropy: ({ data }) => hostArithmetic.constant(entropyOfSizes(data, sum(data))),
  mutualInfo: (counts) => {
    const cells = jointCells(counts);
    return hostArithmetic.constant(cells.n === 0 ? 0 : mutualInfoOfCells(cells));
  },
  mutualInfoGradient: ({ rows, columns, data }, mutualInfo, by) => {
    const n = sum(data);
    const ln = (sums: Matrix): Float64Array => sums.data.map((count) => Math.log(count / n));
    const lnX = ln(sumOver({ rows, columns, data }, rows, 1));
    const lnY = ln(sumOver({ rows, columns, data }, 1, columns));
    const factor = n === 0 ? 0 : by.data[0]! / n;
    const gradient = new Float64Array(data.length).fill(-factor * mutualInfo.data[0]!);
    for (let i = 0, k = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++, k++) {
        if (data[k]! > 0) gradient[k]! += factor * (Math.log(data[k]! / n) - lnX[i]! - lnY[j]!);
      }
    }
    return { rows, columns, data: gradient };
  },
};

function combine(a: Matrix, b: Matrix, of: (x: number, y: number) => number): Matrix {
  const rows = Math.max(a.rows, b.rows);
  const columns = Math.max(a.columns, b.columns);
  const data = new Float64Array(rows * columns);
  const [aStep, bStep] = [Number(a.columns > 1), Number(b.columns > 1)];
  for (let i = 0, k = 0; i < rows; i++) {
    let x = a.rows > 1 ? i * a.columns : 0;
    let y = b.rows > 1 ? i * b.columns : 0;
    for (let j = 0; j < columns; j++, x += aStep, y += bStep) data[k++] = of(a.data[x]!, b.data[y]!);
  }
  return { rows, columns, data };
}

/** Sums over the axes whose size in the result is 1. */
function sumOver(a: Matrix, rows: number, columns: number): Matrix {
  if (rows === a.rows && columns === a.columns) return a;
  const data = new Float64Array(rows * columns);
  for (let i = 0, k = 0; i < a.rows; i++) {
    const row = rows > 1 ? i * columns : 0;
    const step = Number(columns > 1);
    for (let j = 0, to = row; j < a.columns; j++, to += step) data[to]! += a.data[k++]!;
  }
  return { rows, columns, data };
}
