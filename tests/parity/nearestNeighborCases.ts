import { readFileSync } from 'node:fs';
import type { Label } from 'tfjs-metrics';

/** JSON encoding of a number: strings for the infinities and NaN. */
export type Stored = number | 'Infinity' | '-Infinity' | 'NaN' | `error: ${string}`;

/** Values of NPEET without noise, in one base. */
export interface NpeetValues {
  readonly entropyX?: Stored;
  readonly entropyY?: Stored;
  readonly centropyXgivenY?: Stored;
  readonly tcX?: Stored;
  readonly ctcXgivenY?: Stored;
  readonly corexXY?: Stored;
  readonly mi?: Stored;
  readonly cmi?: Stored;
  readonly miLnc?: Readonly<Record<string, Stored>>;
  readonly kldiv?: Stored;
  readonly micd?: Stored;
  readonly entropydX?: Stored;
  readonly entropydY?: Stored;
  readonly midd?: Stored;
  readonly centropydXgivenY?: Stored;
  readonly cmidd?: Stored;
  readonly tcdX?: Stored;
}

/** Values by brute force, in nats. */
export interface BruteForceValues {
  readonly ksg1: Stored;
  readonly ksg1ZeroAware: Stored;
  readonly ksg2: Stored;
  readonly gaoMixedCode: Stored;
  readonly gaoMixedPaper: Stored;
  readonly kozachenkoLeonenko: Readonly<
    Record<'xMax' | 'xEuclidean' | 'yMax' | 'yEuclidean' | 'xyMax' | 'xyEuclidean', Stored>
  >;
  readonly frenzelPompeCmi?: Stored;
  readonly klDivergence?: Stored;
  readonly ross?: Stored;
}

export interface ContinuousCase {
  readonly name: string;
  readonly input: {
    readonly kind: 'continuous';
    readonly x: number[][];
    readonly y: number[][];
    readonly z?: number[][];
    readonly xPrime?: number[][];
    readonly k: number;
    readonly labels?: Label[];
    readonly alphas?: number[];
  };
  readonly expected: {
    readonly npeet: { readonly base2: NpeetValues; readonly baseE: NpeetValues };
    readonly bruteForce: BruteForceValues;
    readonly sklearn?: Readonly<Partial<Record<'mutualInfoRegression' | 'computeMiCdUnscaled', readonly Stored[]>>>;
  };
}

export interface DiscreteCase {
  readonly name: string;
  readonly input: {
    readonly kind: 'discrete';
    readonly x: (Label | Label[])[];
    readonly y: (Label | Label[])[];
    readonly z?: (Label | Label[])[];
  };
  readonly expected: {
    readonly npeet: { readonly base2: NpeetValues; readonly baseE: NpeetValues };
  };
}

const { cases } = JSON.parse(readFileSync(new URL('./golden/nearestNeighbor.json', import.meta.url), 'utf8')) as {
  cases: (ContinuousCase | DiscreteCase)[];
};

export const continuousCases: readonly ContinuousCase[] = cases.filter(
  (of): of is ContinuousCase => of.input.kind === 'continuous',
);

export const discreteCases: readonly DiscreteCase[] = cases.filter(
  (of): of is DiscreteCase => of.input.kind === 'discrete',
);

/** Exact values for tied distances: the mean over all orders of the samples at the same distance. */
export const tiedValues: Readonly<Partial<Record<string, Record<'ksg1' | 'ksg2' | 'mixed', number>>>> = JSON.parse(
  readFileSync(new URL('./golden/tiedNeighbors.json', import.meta.url), 'utf8'),
) as never;
