import * as tf from '@tensorflow/tfjs-core';
import { MetricCollection, MutualInfoScore, mutualInfoScore, type Labels } from 'tfjs-metrics';
import { cramersV } from 'tfjs-metrics/functional';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import { metricChart } from 'tfjs-metrics/charts';
import { renderSvg } from 'tfjs-metrics/report';

const labels: Labels = tf.tensor1d([0, 1], 'int32');
const metrics = new MetricCollection({ mi: new MutualInfoScore({ base: 2 }) });
export const value: { mi: number } = metrics.forward(labels, ['a', 'b']);
export const numbers: number[] = [mutualInfoScore(labels, [0, 1]), cramersV([0, 1], [1, 0])];
export const score: tf.Scalar = softMutualInfoScore(tf.zeros([4]), tf.ones([4]));
export const svg: Promise<string> = renderSvg(metricChart(new MutualInfoScore()));
// @ts-expect-error: options are checked, which shows that the types were found.
mutualInfoScore([0], [0], { base: 'two' });
