import { performance } from 'node:perf_hooks';
import { adjustedRandScore, bootstrapInterval, ContingencyTable, mutualInfoScore } from 'tfjs-metrics';
import { hashLabels } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase, Row } from '../benchmarkCase.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race } from '../timing.ts';

const DRAWS = 1000;
const ROUNDS = 5;

function tableOf(n: number): ContingencyTable {
  const { preds, target } = hashLabels({ n, k: 100, seed: 1, agree: 0.5 });
  return ContingencyTable.of(preds, target);
}

const countsOf = (table: ContingencyTable): Float64Array => Float64Array.from(table.toMatrix().flat());

const scores = { adjustedRandScore, mutualInfoScore };

function underASecond(name: keyof typeof scores, n: number): BenchmarkCase {
  const what = `${DRAWS} draws of a 100 × 100 table of ${n} samples, ${name}`;
  const measure = async (): Promise<readonly Row[]> => {
    const table = tableOf(n);
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      bootstrapInterval(scores[name], table, { draws: DRAWS });
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const median = times[Math.floor(ROUNDS / 2)]!;
    const nothing = { peer: '', theirs: '', ratio: '' };
    return [{ what, ours: `${median.toFixed(0)} ms`, ...nothing, target: '< 1000 ms', isMet: median < 1000 }];
  };
  return { name: what, measure };
}

export const bootstrap: readonly BenchmarkCase[] = [
  race({
    name: '100 draws of a 100 × 100 table of 10^6 samples, mutual information',
    given: () => tableOf(1_000_000),
    ours: inProcess('ours', (table: ContingencyTable) => {
      bootstrapInterval(mutualInfoScore, table, { draws: 100 });
    }),
    opponents: [
      peer<ContingencyTable>('NumPy multinomial', python('bootstrap.py'), 'mutual_info_draws', (table) => [
        countsOf(table),
        100,
        100,
      ]),
    ],
  }),
  underASecond('adjustedRandScore', 100_000),
  underASecond('adjustedRandScore', 1_000_000),
  underASecond('mutualInfoScore', 1_000_000),
];
