// Estimates the shift between two pictures, one with inverted and nonlinear contrast, by gradient ascent on their
// mutual information: npm run demo:registration
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import { readDigits, shiftImage, SIDE, type Image } from './digits.ts';

const DIGITS_PER_SIDE = 12;
const SIZE = DIGITS_PER_SIDE * SIDE;
/** Width of the ignored border, so that pixels shifted in from outside have no effect. */
const MARGIN = 8;
const TRUTH = { down: 2.3, right: -1.6 };

/** Coarse to fine: blurred pictures have a gradient at large shifts, sharp ones give precision. */
const LEVELS = [
  { blur: 2, step: 0.5, steps: 40 },
  { blur: 1, step: 0.2, steps: 40 },
  { blur: 0, step: 0.05, steps: 60 },
];

interface Shift {
  readonly down: number;
  readonly right: number;
}

const { images } = await readDigits();
const scene = mosaic();
const fixed = shifted(scene, TRUTH).map((grey) => (1 - grey) ** 2);

let found: Shift = { down: 0, right: 0 };
console.log(`Two pictures of ${SIZE} × ${SIZE} pixels, one with inverted contrast, ${text(TRUTH)}`);
for (const level of LEVELS) {
  const nats = ascend(blurred(scene, level.blur), blurred(fixed, level.blur), level);
  console.log(`  blur ${level.blur}: ${text(found)}, mutual information ${nats.toFixed(4)} nats`);
}
const error = Math.hypot(found.down - TRUTH.down, found.right - TRUTH.right);
console.log(`Result: the error of the estimated shift is ${error.toFixed(3)} pixels.`);
if (error > 0.1) process.exitCode = 1;

/** Returns a picture of digits side by side. */
function mosaic(): Image {
  return Float64Array.from({ length: SIZE * SIZE }, (_, k) => {
    const [row, column] = [Math.floor(k / SIZE), k % SIZE];
    const digit = Math.floor(row / SIDE) * DIGITS_PER_SIDE + Math.floor(column / SIDE);
    return images[digit]![(row % SIDE) * SIDE + (column % SIDE)]!;
  });
}

/** Shifts a picture by fractions of a pixel. */
function shifted(picture: Image, { down, right }: Shift): Image {
  return shiftImage(picture, down, right, SIZE);
}

/** Blurs a picture: each pixel becomes the mean of its neighborhood of `radius` pixels. */
function blurred(picture: Image, radius: number): Image {
  return picture.map((_, k) => {
    const [row, column] = [Math.floor(k / SIZE), k % SIZE];
    let [sum, count] = [0, 0];
    for (let i = Math.max(0, row - radius); i <= Math.min(SIZE - 1, row + radius); i++) {
      for (let j = Math.max(0, column - radius); j <= Math.min(SIZE - 1, column + radius); j++) {
        sum += picture[i * SIZE + j]!;
        count++;
      }
    }
    return sum / count;
  });
}

/** Returns the pixels inside the border. */
function inner(picture: Image): Image {
  return picture.filter((_, k) => {
    const [row, column] = [Math.floor(k / SIZE), k % SIZE];
    return [row, column].every((place) => place >= MARGIN && place < SIZE - MARGIN);
  });
}

/** Improves `found` by gradient ascent and returns the mutual information. */
function ascend(moving: Image, target: Image, level: (typeof LEVELS)[number]): number {
  const y = tf.tensor1d(Float32Array.from(inner(target)));
  const score = tf.valueAndGrad((x) => softMutualInfoScore(x, y, { bins: 32 }));
  let nats = 0;
  for (let i = 0; i < level.steps; i++) {
    const x = tf.tensor1d(Float32Array.from(inner(shifted(moving, found))));
    const { value, grad } = score(x);
    nats = value.arraySync();
    const pixelGradients = grad.dataSync();
    tf.dispose([x, value, grad]);
    const gradient = {
      down: along(moving, pixelGradients, { down: 0.5, right: 0 }),
      right: along(moving, pixelGradients, { down: 0, right: 0.5 }),
    };
    const length = Math.hypot(gradient.down, gradient.right);
    // The step length follows a decreasing schedule; the gradient only gives the direction.
    const step = (level.step * (1 - i / level.steps)) / Math.max(length, 1e-12);
    found = { down: found.down + step * gradient.down, right: found.right + step * gradient.right };
  }
  y.dispose();
  return nats;
}

/** Returns the derivative of the score with respect to a shift, from the pixel gradients by the chain rule. */
function along(moving: Image, pixelGradients: ArrayLike<number>, { down, right }: Shift): number {
  const ahead = inner(shifted(moving, { down: found.down + down, right: found.right + right }));
  const behind = inner(shifted(moving, { down: found.down - down, right: found.right - right }));
  return ahead.reduce((sum, value, k) => sum + (value - behind[k]!) * pixelGradients[k]!, 0);
}

function text({ down, right }: Shift): string {
  return `shifted by ${down.toFixed(2)} down and ${right.toFixed(2)} right`;
}
