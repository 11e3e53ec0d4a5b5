import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allChecks } from './allChecks.ts';
import type { GoldenFiles, Setting } from './check.ts';

const readGolden = (name: string): never =>
  JSON.parse(readFileSync(`tests/parity/golden/${name}.json`, 'utf8')) as never;
const golden: GoldenFiles = {
  softHistogram: readGolden('softHistogram'),
  softHistogramPeers: readGolden('softHistogramPeers'),
};

// The code path of WebGL and WebGPU, run in Node with the kernels of the cpu backend.
tf.registerBackend('device', () => new MathBackendCPU());
tf.copyRegisteredKernels('cpu', 'device');

describe.each(['cpu', 'wasm', 'device'])('on the backend %s', (backend) => {
  const worst = new Map<string, number>();
  const { dataSync } = tf.Tensor.prototype;
  let reads = 0;
  const setting: Setting = {
    golden,
    isHost: backend !== 'device',
    note: (family, deviation) => worst.set(family, Math.max(worst.get(family) ?? 0, deviation)),
  };

  beforeAll(async () => {
    // The wasm backend copies tensors saved for gradients, which tfjs reports as leaks in test mode.
    tf.env().set('IS_TEST', backend !== 'wasm');
    await tf.setBackend(backend);
    tf.Tensor.prototype.dataSync = function (this: tf.Tensor) {
      reads++;
      return dataSync.call(this);
    } as typeof dataSync;
  });

  test.each(allChecks)('$name', async ({ run }) => {
    const before = tf.memory().numTensors;
    await run(setting);
    expect(tf.memory().numTensors).toBe(before);
  });

  if (backend === 'device') {
    test('no tensor was read synchronously', () => {
      expect(reads).toBe(0);
    });
  }

  afterAll(() => {
    tf.Tensor.prototype.dataSync = dataSync;
    const lines = [...worst].map(([family, deviation]) => `  ${deviation.toExponential(1)}  ${family}`);
    process.stdout.write(`worst deviations on ${backend}:\n${lines.join('\n')}\n`);
    tf.env().set('IS_TEST', true);
  });
});
