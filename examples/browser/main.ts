// Trains a network on digits in the page and shows its scores after each epoch: npm run example:browser
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { TrainingLogs } from 'tfjs-metrics/layers';
import { digitScores } from './digitScores.ts';
import { digitsModel } from './digitsModel.ts';
import { loadDigits } from './loadDigits.ts';
import { showCharts, showEpoch, showStatus, showTask, trainButton, type Epoch } from './page.ts';
import { taskOf } from './tasks.ts';

const EPOCHS = 30;
const BATCH = 64;

const search = new URLSearchParams(location.search);
const task = taskOf(search);
showTask(task);
const backend = await startBackend();
const { train, held } = await loadDigits();
const model = digitsModel(task.loss);
const scores = digitScores(model, held, task);
const epochs: Epoch[] = [];
let isTraining = false;

trainButton.addEventListener('click', () => {
  if (isTraining) {
    model.stopTraining = true;
    trainButton.disabled = true;
  } else {
    void trainOn();
  }
});
await trainOn();

/** Starts the backend in the address (`?backend=webgl`), or the first available one, and returns its name. */
async function startBackend(): Promise<string> {
  const requested = search.get('backend');
  for (const name of requested === null ? ['webgpu', 'webgl'] : [requested]) {
    if (await tf.setBackend(name).catch(() => false)) return name;
  }
  const problem = `The backend ${requested ?? 'webgl'} is not available in this browser.`;
  showStatus(problem);
  throw new Error(problem);
}

/** Trains from the epoch at which it was paused to the last. */
async function trainOn(): Promise<void> {
  isTraining = true;
  trainButton.textContent = 'Pause';
  trainButton.disabled = false;
  showStatus(`Training on ${backend}: ${train[0].shape[0]} images, scored on ${held[0].shape[0]}`);
  await model.fit(...train, {
    initialEpoch: epochs.length,
    epochs: EPOCHS,
    batchSize: BATCH,
    callbacks: [...scores.callbacks, { onEpochEnd: showScores }],
  });
  isTraining = false;
  const isDone = epochs.length === EPOCHS;
  trainButton.textContent = isDone ? 'Done' : 'Resume';
  trainButton.disabled = isDone;
  showStatus(isDone ? `Trained on ${backend} for ${EPOCHS} epochs` : 'Paused');
}

/** Shows the values logged by the preceding callbacks. */
async function showScores(epoch: number, logs?: TrainingLogs): Promise<void> {
  const { loss = NaN } = logs ?? {};
  const values = Object.keys(task.scores).map((name) => logs?.[`val_${name}`] ?? NaN);
  epochs.push({ loss, scores: values, tensors: tf.memory().numTensors });
  showEpoch(epoch + 1, epochs.at(-1)!);
  await showCharts(task, epochs, scores.table());
}
