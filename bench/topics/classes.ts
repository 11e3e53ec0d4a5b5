import * as metrics from 'tfjs-metrics';
import { hashLabels } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race } from '../timing.ts';

/** Predicted and true classes. */
interface Classes {
  readonly preds: Int32Array;
  readonly target: Int32Array;
}

const K = 10;
const N = 1e7;

const labeled = (): Classes => hashLabels({ n: N, k: K, seed: 1, agree: 0.8 });

const scikitPython = python('classes.py');
const bincount = peer('NumPy bincount', scikitPython, 'bincount_macro_f1', ({ target, preds }: Classes) => [
  target,
  preds,
  K,
]);

const raceOf = (name: string, score: (of: Classes) => number, run: string, withBincount = false): BenchmarkCase =>
  race<Classes>({
    name: `${name}, 10⁷ labels of ${K} classes`,
    given: labeled,
    rounds: 5,
    ours: inProcess('ours', score),
    opponents: [
      {
        ...peer(`scikit-learn ${run}`, scikitPython, run, ({ target, preds }: Classes) => [target, preds]),
        timesAsFast: 80,
        rounds: 3,
      },
      ...(withBincount ? [bincount] : []),
    ],
  });

/** Scores of predicted classes, compared with scikit-learn and NumPy. */
export const classes: readonly BenchmarkCase[] = [
  raceOf('accuracy', ({ preds, target }) => metrics.accuracy(preds, target), 'accuracy_score'),
  raceOf(
    'f1Score, macro',
    ({ preds, target }) => metrics.f1Score(preds, target, { average: 'macro' }),
    'f1_score',
    true,
  ),
  raceOf('matthewsCorrCoef', ({ preds, target }) => metrics.matthewsCorrCoef(preds, target), 'matthews_corrcoef'),
  raceOf('cohenKappa', ({ preds, target }) => metrics.cohenKappa(preds, target), 'cohen_kappa_score'),
];
