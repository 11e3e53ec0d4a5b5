import type { BenchmarkCase, Row } from '../../../bench/benchmarkCase.ts';

const row = (what: string): Row => ({
  what,
  ours: '1 ms',
  peer: '',
  theirs: '',
  ratio: '',
  target: '',
  isMet: undefined,
});

/** Cases that fail in different ways, and one that succeeds. */
export const dying: readonly BenchmarkCase[] = [
  { name: 'throws', measure: () => Promise.reject(new Error('no data')) },
  {
    name: 'throws later',
    measure: () => {
      setTimeout(() => {
        throw new Error('no data either');
      });
      return new Promise(() => undefined);
    },
  },
  {
    name: 'is killed',
    measure: () => {
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    },
  },
  { name: 'exits', measure: () => process.exit(3) },
  { name: 'survives', measure: () => Promise.resolve([row('survives')]) },
];
