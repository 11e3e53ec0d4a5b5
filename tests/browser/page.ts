// Runs all checks on one backend, inside the browser.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { allChecks } from '../backends/allChecks.ts';
import type { Check, GoldenFiles, Setting } from '../backends/check.ts';
import softHistogram from '../parity/golden/softHistogram.json' with { type: 'json' };
import softHistogramPeers from '../parity/golden/softHistogramPeers.json' with { type: 'json' };
import { criticChecks } from './criticChecks.ts';
import { largeCheck } from './largeCheck.ts';
import type { BackendReport, CheckReport } from './report.ts';

/** Numbers of pairs: several chunks of `deviceCounts`. Fewer on WebGPU, which is ten times slower in software. */
const PAIRS: Record<string, number> = { webgl: 40_000, webgpu: 20_000 };

async function runCheck(check: Check, setting: Setting): Promise<CheckReport> {
  const before = tf.memory().numTensors;
  const start = performance.now();
  let problem: string | undefined;
  try {
    await check.run(setting);
    const left = tf.memory().numTensors - before;
    if (left !== 0) problem = `${left} tensors leaked`;
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return { name: check.name, problem, seconds: (performance.now() - start) / 1000 };
}

/** Returns the name of the device that a backend runs on. */
async function deviceOf(backend: string): Promise<string> {
  if (backend === 'webgpu') {
    const gpu = (navigator as unknown as { gpu: { requestAdapter(): Promise<{ info?: object }> } }).gpu;
    const info = (await gpu.requestAdapter())?.info as Record<string, string> | undefined;
    return [info?.['vendor'], info?.['architecture'], info?.['description']].join(' ');
  }
  const context = document.createElement('canvas').getContext('webgl2')!;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
}

async function runChecks(backend: string, done: (report: CheckReport) => void): Promise<BackendReport> {
  let available = false;
  let reason = 'setBackend returned false';
  try {
    available = await tf.setBackend(backend);
  } catch (error) {
    reason = String(error);
  }
  if (!available || tf.getBackend() !== backend) return { backend, available: false, reason };
  const worst: Record<string, number> = {};
  const setting: Setting = {
    golden: { softHistogram, softHistogramPeers } as unknown as GoldenFiles,
    isHost: false,
    note: (family, deviation) => (worst[family] = Math.max(worst[family] ?? 0, deviation)),
  };
  const { dataSync } = tf.Tensor.prototype;
  let synchronousReads = 0;
  tf.Tensor.prototype.dataSync = function (this: tf.Tensor) {
    // Some checks compare the device with the cpu backend, whose reads do not wait.
    if (tf.getBackend() === backend) synchronousReads++;
    return dataSync.call(this);
  } as typeof dataSync;
  const checks: CheckReport[] = [];
  for (const check of [...allChecks, ...criticChecks, largeCheck(PAIRS[backend]!)]) {
    checks.push(await runCheck(check, setting));
    done(checks.at(-1)!);
  }
  return { backend, available: true, device: await deviceOf(backend), checks, worst, synchronousReads };
}

Object.assign(globalThis, { runChecks });
