import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test('the benchmarks finish and print every row even if cases and peers fail', () => {
  const args = ['--import', 'tsx', 'bench/run.ts', '--topics', 'tests/bench/topics'];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(status).toBe(1);
  const rows = stdout
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const time = expect.stringMatching(/^[\d.e-]+ ms ± /) as unknown;
  expect(rows.map(([, what, ours, peer, theirs, , , met]) => [what, ours, peer, theirs, met])).toEqual([
    ['throws', 'failed: no data', '', '', ''],
    ['throws later', 'failed: no data either', '', '', ''],
    ['is killed', 'failed: the process was ended by SIGKILL', '', '', ''],
    ['exits', 'failed: the process exited with code 3', '', '', ''],
    ['survives', '1 ms', '', '', ''],
    ['invalid', 'failed: a module that does not load', '', '', ''],
    ['sum', time, 'missing peer', expect.stringMatching(/^missing: .+/), ''],
    ['sum', time, 'failing peer', 'failed: out of memory', ''],
    ['sum', time, 'wrong peer', "failed: expected equal values, got 2 (ours) and 3 (the peer's)", ''],
    ['sum', time, 'right peer', time, 'yes'],
  ]);
  expect(stdout).toContain('Failed: 7 of 10 rows.');
  expect(stdout).toContain('- FAILED sum: failed: out of memory (failing peer)');
});

test('an unknown topic throws and lists all topics', () => {
  const args = ['--import', 'tsx', 'bench/run.ts', 'label'];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(status).toBe(1);
  expect(stderr).toMatch(/topics: expected some of .*\bbootstrap\b.*\bvariational\b.*, got label$/m);
});
