import { readFileSync } from 'node:fs';

export type Matrix = readonly (readonly (number | string)[])[];
type ByOption<T> = Readonly<Record<string, T>>;

/** Summary of a large gradient. */
export interface GradientSummary {
  readonly row0: readonly number[];
  readonly column0: readonly number[];
  readonly sum: number;
  readonly frobeniusNorm: number;
}

/** Scores of a critic, and the exact bounds. Baselines belong to rows. */
export interface ScoresCase {
  readonly name: string;
  readonly input: {
    readonly kind: 'scores';
    readonly scores: number[][];
    readonly logBaseline: number[];
    readonly alphaLogits: readonly number[];
  };
  readonly expected: {
    readonly values: ByOption<number | string | ByOption<number | string>>;
    readonly gradients?: ByOption<Matrix | ByOption<Matrix>> & {
      readonly tubaLogBaseline: readonly number[];
    };
    /** Replace the gradients of large cases. */
    readonly gradientSummaries?: ByOption<GradientSummary | ByOption<GradientSummary>>;
    readonly mine?: {
      readonly buffer: number;
      readonly momentum: number;
      readonly value: number;
      readonly bufferUpdate: number;
      readonly gradient?: Matrix;
    };
  };
}

/** Derivatives with respect to the parameters of conditionals and to their samples. */
export interface ConditionalGradients {
  readonly mu: number[][];
  readonly logvar: number[][];
  readonly y: number[][];
}

/** Gaussian conditionals q(y | x_i), with a y for each, and the exact bounds. */
export interface ConditionalCase {
  readonly name: string;
  readonly input: {
    readonly kind: 'gaussianConditional';
    readonly mu: number[][];
    readonly logvar: number[][];
    readonly y: number[][];
  };
  readonly expected: {
    readonly vclub: number;
    readonly leaveOneOutUpper: number;
    readonly variationalUpper: number;
    readonly infonceFromLogLikelihood: number;
    readonly logLikelihood: number;
    readonly gradientOfVclub: ConditionalGradients;
    readonly gradientOfLeaveOneOutUpper: ConditionalGradients;
  };
}

const { cases } = JSON.parse(readFileSync(new URL('./golden/variational.json', import.meta.url), 'utf8')) as {
  cases: (ScoresCase | ConditionalCase)[];
};

export const scoresCases: readonly ScoresCase[] = cases.filter((of): of is ScoresCase => of.input.kind === 'scores');

export const conditionalCases: readonly ConditionalCase[] = cases.filter(
  (of): of is ConditionalCase => of.input.kind === 'gaussianConditional',
);
