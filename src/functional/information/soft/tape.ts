import type { Arithmetic } from './arithmetic.ts';

/** Value on a {@link Tape}. */
export interface Variable<A> {
  readonly value: A;
  /** Gradient with respect to this value after {@link Tape.backward}. Undefined if the result does not depend on it. */
  gradient: A | undefined;
  /** True if the value gets no gradient. */
  readonly isConstant: boolean;
}

/** Operand of an operation. Numbers are constants. */
export type Operand<A> = Variable<A> | number;

/** Operand, and the function from the gradient with respect to a result to the gradient with respect to the operand. */
type Flow<A> = readonly [to: Variable<A>, gradient: (by: A) => A];

/**
 * Reverse-mode automatic differentiation of a function of small matrices: records each operation and replays the
 * record backward. TensorFlow.js provides this only for tensors whose kernels have registered gradients.
 */
export class Tape<A> {
  readonly arithmetic: Arithmetic<A>;
  readonly #steps: { readonly result: Variable<A>; readonly flows: readonly Flow<A>[] }[] = [];

  constructor(arithmetic: Arithmetic<A>) {
    this.arithmetic = arithmetic;
  }

  variable(value: A, isConstant = false): Variable<A> {
    return { value, gradient: undefined, isConstant };
  }

  add(a: Operand<A>, b: Operand<A>): Variable<A> {
    const [x, y] = this.#read(a, b);
    return this.#step(this.arithmetic.add(x.value, y.value), [x, (by) => by], [y, (by) => by]);
  }

  sub(a: Operand<A>, b: Operand<A>): Variable<A> {
    return this.add(a, this.mul(b, -1));
  }

  mul(a: Operand<A>, b: Operand<A>): Variable<A> {
    const { mul } = this.arithmetic;
    const [x, y] = this.#read(a, b);
    return this.#step(mul(x.value, y.value), [x, (by) => mul(by, y.value)], [y, (by) => mul(by, x.value)]);
  }

  div(a: Operand<A>, b: Operand<A>): Variable<A> {
    return this.#quotient(a, b, this.arithmetic.div);
  }

  /** a / b for b ≥ 0, 0 where b is 0. */
  divNoNan(a: Operand<A>, b: Operand<A>): Variable<A> {
    return this.#quotient(a, b, this.arithmetic.divNoNan);
  }

  /** 1 where a ≥ b, else 0. */
  atLeast(a: Operand<A>, b: Operand<A>): Variable<A> {
    const [x, y] = this.#read(a, b);
    return this.variable(this.arithmetic.atLeast(x.value, y.value), true);
  }

  /** a where the condition is 1, b where it is 0. */
  select(condition: Variable<A>, a: Operand<A>, b: Operand<A>): Variable<A> {
    const { select, mul, sub, constant } = this.arithmetic;
    const [x, y] = this.#read(a, b);
    const result = select(condition.value, x.value, y.value);
    const isOther = (): A => sub(constant(1), condition.value);
    return this.#step(result, [x, (by) => mul(by, condition.value)], [y, (by) => mul(by, isOther())]);
  }

  /** Natural logarithm, 0 where a is 0. */
  log(a: Variable<A>): Variable<A> {
    const { log, div } = this.arithmetic;
    return this.#step(log(a.value), [a, (by) => div(by, a.value)]);
  }

  sqrt(a: Variable<A>): Variable<A> {
    const { sqrt, divNoNan, mul, constant } = this.arithmetic;
    const result = this.#step(sqrt(a.value), [a, (by) => divNoNan(mul(by, constant(0.5)), result.value)]);
    return result;
  }

  /** Sum of all elements, of each row (axis 1) or of each column (axis 0). */
  sum(a: Variable<A>, axis?: 0 | 1): Variable<A> {
    const { sum, broadcastTo } = this.arithmetic;
    return this.#step(sum(a.value, axis), [a, (by) => broadcastTo(by, a.value)]);
  }

  /** Entropy of counts, in nats: dH/dcᵢ = −(ln pᵢ + H) / Σc. */
  entropy(counts: Variable<A>): Variable<A> {
    const { entropy, sum, divNoNan, log, add, mul, constant } = this.arithmetic;
    const result = this.#step(entropy(counts.value), [
      counts,
      (by) => {
        const total = sum(counts.value);
        const ln = log(divNoNan(counts.value, total));
        return mul(add(ln, result.value), divNoNan(mul(by, constant(-1)), total));
      },
    ]);
    return result;
  }

  /** Mutual information of joint counts, in nats. */
  mutualInfo(counts: Variable<A>): Variable<A> {
    const { mutualInfo, mutualInfoGradient } = this.arithmetic;
    const result = this.#step(mutualInfo(counts.value), [
      counts,
      (by) => mutualInfoGradient(counts.value, result.value, by),
    ]);
    return result;
  }

  /** Computes the gradients with respect to all variables, from that with respect to one of them. */
  backward(from: Variable<A>, gradient: A): void {
    const { add, sumTo } = this.arithmetic;
    from.gradient = gradient;
    for (const { result, flows } of [...this.#steps].reverse()) {
      if (result.gradient === undefined) continue;
      for (const [to, flow] of flows) {
        if (to.isConstant) continue;
        const part = sumTo(flow(result.gradient), to.value);
        to.gradient = to.gradient === undefined ? part : add(to.gradient, part);
      }
    }
  }

  #quotient(a: Operand<A>, b: Operand<A>, div: Arithmetic<A>['div']): Variable<A> {
    const { mul, constant } = this.arithmetic;
    const [x, y] = this.#read(a, b);
    const result = this.#step(
      div(x.value, y.value),
      [x, (by) => div(by, y.value)],
      [y, (by) => div(mul(mul(by, constant(-1)), result.value), y.value)],
    );
    return result;
  }

  #read(...operands: readonly [Operand<A>, Operand<A>]): [Variable<A>, Variable<A>] {
    const read = (of: Operand<A>): Variable<A> =>
      typeof of === 'number' ? this.variable(this.arithmetic.constant(of), true) : of;
    return [read(operands[0]), read(operands[1])];
  }

  #step(value: A, ...flows: readonly Flow<A>[]): Variable<A> {
    const result = this.variable(
      value,
      flows.every(([to]) => to.isConstant),
    );
    if (!result.isConstant) this.#steps.push({ result, flows });
    return result;
  }
}
