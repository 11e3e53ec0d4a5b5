import { expect, test } from '@jest/globals';
import { commandReason } from '../../src/cli/commandReason.ts';
import { estimateVerdict } from '../../src/critics/estimate/estimateVerdict.ts';

test('all reasons to doubt an estimate are in the unit and the words of the command line', () => {
  const checks = { critics: [], gaussian: 0, training: 4, growth: 1, ceiling: 2, neighbors: 5, repeated: 0.5 };
  const doubts = ['training ended after 5 steps, before the value on other samples stopped growing; raise "maxSteps"'];
  const { reasons } = estimateVerdict({ mutualInfo: 2, high: 3, neighborsHigh: 2, doubts }, checks);
  expect(reasons).toHaveLength(6);
  for (const reason of reasons) {
    const text = commandReason(reason, (nats) => `${(nats / Math.LN2).toFixed(2)} bits`);
    expect(text).not.toMatch(/nats|[a-z][A-Z]|"/);
  }
});
