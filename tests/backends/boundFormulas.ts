/** Scores or log-probabilities, a row a sample x, a column a sample y. */
export type Scores = readonly (readonly number[])[];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const diagonal = (f: Scores): number[] => f.map((row, i) => row[i]!);
const apart = (f: Scores): number[] => f.flatMap((row, i) => row.filter((_, j) => j !== i));
const columns = (f: Scores): number[][] => f.map((_, j) => f.map((row) => row[j]!));
const exps = (values: readonly number[]): number[] => values.map(Math.exp);
const moved = (f: Scores, by: (i: number, j: number) => number): Scores =>
  f.map((row, i) => row.map((score, j) => score - by(i, j)));
const softplus = (x: number): number => Math.log1p(Math.exp(x));

const infoNce = (f: Scores): number => mean(f.map((row, i) => row[i]! - Math.log(mean(exps(row)))));
const leaveOneOut = (f: Scores): number =>
  mean(columns(f).map((column, j) => column[j]! - Math.log(mean(exps(column.filter((_, i) => i !== j))))));

/** Names of the formulas. */
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
  | 'barberAgakov'
  | 'conditional'
  | 'marginal'
  | 'jensenShannon';

/** The published formulas of the bounds in float64, of scores and one number a column. */
export const boundFormulas: Readonly<Record<BoundFormula, (f: Scores, a: readonly number[]) => number>> = {
  dv: (f) => mean(diagonal(f)) - Math.log(mean(exps(apart(f)))),
  nwj: (f) => mean(diagonal(f)) - mean(exps(apart(f))) / Math.E,
  js: (f) => 1 + mean(diagonal(f)) - mean(exps(apart(f))),
  smile: (f) => mean(diagonal(f)) - Math.log(mean(exps(apart(f).map((score) => Math.min(1.5, Math.max(-1.5, score)))))),
  infoNceRows: infoNce,
  infoNceColumns: (f) => infoNce(columns(f)),
  infoNceSymmetric: (f) => (infoNce(f) + infoNce(columns(f))) / 2,
  tuba: (f, a) => {
    const raised = moved(f, (_, j) => a[j]!);
    return 1 + mean(diagonal(raised)) - mean(exps(apart(raised)));
  },
  interpolated: (f, a) => {
    // b[h][j]: the baseline of y_j where x_h is held out.
    const b = f.map((_, h) =>
      columns(f).map((column, j) => {
        const others = exps(column.filter((_, i) => i !== h));
        return Math.log(0.3 * mean(others) + 0.7 * Math.exp(a[j]!));
      }),
    );
    const raised = moved(f, (_, j) => b[j]![j]!);
    return 1 + mean(diagonal(f)) - mean(apart(b)) - mean(exps(apart(raised)));
  },
  leaveOneOut,
  club: (f) => mean(diagonal(f)) - mean(f.flat()),
  barberAgakov: (_, a) => mean(a) + 2,
  conditional: (_, a) => mean(a),
  marginal: (_, a) => -mean(a),
  /** The objective whose gradient the bounds `js` and `smile` have. */
  jensenShannon: (f) => -mean(diagonal(f).map((score) => softplus(-score))) - mean(apart(f).map(softplus)),
};
