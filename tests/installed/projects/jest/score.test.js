require('@tensorflow/tfjs-backend-cpu');
const tf = require('@tensorflow/tfjs-core');
const { ContingencyTable, MetricInputError, MutualInfoScore, mutualInfoScore } = require('tfjs-metrics');
const { softMutualInfoScore } = require('tfjs-metrics/information');

test('scores labels', () => {
  expect(mutualInfoScore([0, 0, 1, 1], tf.tensor1d([1, 1, 0, 0], 'int32'))).toBeCloseTo(Math.LN2);
  expect(() => mutualInfoScore([0.5], [1])).toThrow(MetricInputError);
});

test('shares classes between entries', () => {
  const metric = new (require('tfjs-metrics/clustering').MutualInfoScore)();
  metric.update(ContingencyTable.of(['a', 'b'], [0, 1]));
  expect(metric).toBeInstanceOf(MutualInfoScore);
  expect(metric.compute()).toBeCloseTo(Math.LN2);
});

test('computes with tensors', async () => {
  const [score] = await softMutualInfoScore(tf.tensor1d([0, 0, 1, 1]), tf.tensor1d([0, 0, 1, 1]), { bins: 4 }).data();
  expect(score).toBeGreaterThan(0.5);
});
