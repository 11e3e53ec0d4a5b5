import type { BenchmarkCase } from '../../../bench/benchmarkCase.ts';
import { peer, python } from '../../../bench/peers.ts';
import { inProcess, race } from '../../../bench/timing.ts';

const add = (name: string, sum: (given: number) => number) => inProcess(name, sum);

/** A race against peers that are missing, fail or give another value, and one that works. */
export const peers: readonly BenchmarkCase[] = [
  race({
    name: 'sum',
    given: () => 1,
    ours: add('ours', (given) => given + 1),
    opponents: [
      { ...peer<number>('missing peer', python('nowhere.py'), 'sum', (given) => [given]) },
      add('failing peer', () => {
        throw new Error('out of memory');
      }),
      add('wrong peer', (given) => given + 2),
      { ...add('right peer', (given) => 1 + given), timesAsFast: 0 },
    ],
    rounds: 1,
  }),
];
