/** Scores or log-probabilities: one row per sample x, one column per sample y. */
export type Scores = readonly (readonly number[])[];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const diagonal = (f: Scores): number[] => f.map((row, i) => row[i]!);
const offDiagonal = (f: Scores): number[] => f.flatMap((row, i) => row.filter((_, j) => j !== i));
const columns = (f: Scores): number[][] => f.map((_, j) => f.map((row) => row[j]!));
const exps = (values: readonly number[]): number[] => values.map(Math.exp);
const shifted = (f: Scores, by: (i: number, j: number) => number): Scores =>
  f.map((row, i) => row.map((score, j) => score - by(i, j)));
const softplus = (x: number): number => Math.log1p(Math.exp(x));

const infoNce = (f: Scores): number => mean(f.map((row, i) => row[i]! - Math.log(mean(exps(row)))));
const leaveOneOut = (f: Scores): number =>
  mean(columns(f).map((column, j) => column[j]! - Math.log(mean(exps(column.filter((_, i) => i !== j))))));

/** Name of a formula. */
export type BoundFormula =
  | 'dv'
  | 'nwj'
  | 'js'
  | 'smile'
  | 'infoNceRows'
  | 'infoNceColumns'
  | 'infoNceSymmetric'
  | 'tuba'
  | 'interpolated'
  | 'leaveOneOut'
  | 'club'
  | 'clubOffDiagonal'
  | 'barberAgakov'
  | 'conditional'
  | 'marginal'
  | 'mine'
  | 'jensenShannon';

/** Published formulas of the bounds in float64, given the scores and one number per column. */
export const boundFormulas: Readonly<Record<BoundFormula, (f: Scores, a: readonly number[]) => number>> = {
  dv: (f) => mean(diagonal(f)) - Math.log(mean(exps(offDiagonal(f)))),
  nwj: (f) => mean(diagonal(f)) - mean(exps(offDiagonal(f))) / Math.E,
  js: (f) => 1 + mean(diagonal(f)) - mean(exps(offDiagonal(f))),
  smile: (f) =>
    mean(diagonal(f)) - Math.log(mean(exps(offDiagonal(f).map((score) => Math.min(1.5, Math.max(-1.5, score)))))),
  infoNceRows: infoNce,
  infoNceColumns: (f) => infoNce(columns(f)),
  infoNceSymmetric: (f) => (infoNce(f) + infoNce(columns(f))) / 2,
  tuba: (f, a) => {
    const raised = shifted(f, (_, j) => a[j]!);
    return 1 + mean(diagonal(raised)) - mean(exps(offDiagonal(raised)));
  },
  interpolated: (f, a) => {
    // b[h][j]: the baseline of y_j with x_h held out.
    const b = f.map((_, h) =>
      columns(f).map((column, j) => {
        const others = exps(column.filter((_, i) => i !== h));
        return Math.log(0.3 * mean(others) + 0.7 * Math.exp(a[j]!));
      }),
    );
    const raised = shifted(f, (_, j) => b[j]![j]!);
    return 1 + mean(diagonal(f)) - mean(offDiagonal(b)) - mean(exps(offDiagonal(raised)));
  },
  leaveOneOut,
  // The mean over all pairs has the diagonal in it; this form is not NaN if a score of the diagonal is −∞.
  club: (f) => (1 - 1 / f.length) * (mean(diagonal(f)) - mean(offDiagonal(f))),
  clubOffDiagonal: (f) => mean(diagonal(f)) - mean(offDiagonal(f)),
  barberAgakov: (_, a) => mean(a) + 2,
  conditional: (_, a) => mean(a),
  marginal: (_, a) => -mean(a),
  /** Objective whose gradient `mineLowerBound` has with a running mean of e^0.4 before and a rate of 1/4. */
  mine: (f) => mean(diagonal(f)) - 4 * Math.log(0.75 * Math.exp(0.4) + 0.25 * mean(exps(offDiagonal(f)))),
  /** Objective whose gradient `js` and `smile` have. */
  jensenShannon: (f) => -mean(diagonal(f).map((score) => softplus(-score))) - mean(offDiagonal(f).map(softplus)),
};
