import * as metrics from 'tfjs-metrics';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race } from '../timing.ts';

const [QUERIES, DOCUMENTS] = [10_000, 100];

/** Scores and grades of the documents of each query, and both as rows. */
interface Documents {
  readonly preds: Float64Array;
  readonly target: Int32Array;
  readonly scores: { readonly data: Float64Array; readonly shape: readonly [number, number] };
  readonly grades: { readonly data: Float64Array; readonly shape: readonly [number, number] };
}

/** Returns distinct scores, and grades from 0 to 3 of which most are 0. */
function documents(): Documents {
  const target = Int32Array.from({ length: QUERIES * DOCUMENTS }, (_, k) => Math.max(0, (hash32(k, 1) % 16) - 12));
  const preds = Float64Array.from(target, (grade, k) => grade / 4 + hash32(k, 2) / 2 ** 32);
  const shape = [QUERIES, DOCUMENTS] as const;
  return { preds, target, scores: { data: preds, shape }, grades: { data: Float64Array.from(target), shape } };
}

const numbers = python('retrieval.py');

const raceOf = (
  name: string,
  score: (of: Documents) => number,
  library: string,
  run: string,
  timesAsFast?: number,
): BenchmarkCase =>
  race<Documents>({
    name: `${name}, ${QUERIES} queries of ${DOCUMENTS} documents`,
    given: documents,
    rounds: 5,
    ours: inProcess('ours', score),
    opponents: [
      {
        ...peer(`${library} ${run}`, numbers, run, ({ target, preds }: Documents) => [target, preds, DOCUMENTS]),
        ...(timesAsFast === undefined ? {} : { timesAsFast }),
        rounds: 3,
      },
    ],
  });

/** Scores of rankings, compared with scikit-learn and with NumPy on whole matrices. */
export const retrieval: readonly BenchmarkCase[] = [
  raceOf('ndcg', ({ scores, grades }) => metrics.ndcg(scores, grades), 'scikit-learn', 'ndcg_score', 10),
  raceOf('ndcg', ({ scores, grades }) => metrics.ndcg(scores, grades), 'scikit-learn', 'ndcg_score_without_ties', 1),
  raceOf(
    'meanAveragePrecision',
    ({ scores, grades }) => metrics.meanAveragePrecision(scores, grades),
    'NumPy',
    'mean_average_precision',
    1,
  ),
  raceOf(
    'recallAtK, topK 10',
    ({ scores, grades }) => metrics.recallAtK(scores, grades, { topK: 10 }),
    'NumPy',
    'recall_at_10',
    1,
  ),
];
