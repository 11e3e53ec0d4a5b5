// Finds how far one picture is shifted against another of inverted, bent contrast, by gradient ascent on
// their mutual information: npm run demo:registration
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import { readDigits, shiftImage, SIDE, type Image } from './digits.ts';

const DIGITS_A_SIDE = 12;
const SIZE = DIGITS_A_SIDE * SIDE;
/** Pixels at the border are left out, so that what is shifted in from outside plays no part. */
const MARGIN = 8;
const TRUTH = { down: 2.3, right: -1.6 };

/** From blurred pictures, whose overlap is felt from afar, to sharp ones. */
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
  const nats = climb(blurred(scene, level.blur), blurred(fixed, level.blur), level);
  console.log(`  blur ${level.blur}: ${text(found)}, mutual information ${nats.toFixed(4)} nats`);
}
const error = Math.hypot(found.down - TRUTH.down, found.right - TRUTH.right);
console.log(`Result: the shift is found with an error of ${error.toFixed(3)} pixels.`);
if (error > 0.1) process.exitCode = 1;

/** Digits side by side, as one picture. */
function mosaic(): Image {
  return Float64Array.from({ length: SIZE * SIZE }, (_, k) => {
    const [row, column] = [Math.floor(k / SIZE), k % SIZE];
    const digit = Math.floor(row / SIDE) * DIGITS_A_SIDE + Math.floor(column / SIDE);
    return images[digit]![(row % SIDE) * SIDE + (column % SIDE)]!;
  });
}

/** The picture moved by parts of pixels. */
function shifted(picture: Image, { down, right }: Shift): Image {
  return shiftImage(picture, down, right, SIZE);
}

/** Each pixel as the mean of those around it, `radius` pixels each way. */
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

/** The pixels away from the border. */
function inner(picture: Image): Image {
  return picture.filter((_, k) => {
    const [row, column] = [Math.floor(k / SIZE), k % SIZE];
    return [row, column].every((place) => place >= MARGIN && place < SIZE - MARGIN);
  });
}

/** Moves `found` uphill, and returns the mutual information at the top. */
function climb(moving: Image, target: Image, level: (typeof LEVELS)[number]): number {
  const y = tf.tensor1d(Float32Array.from(inner(target)));
  const score = tf.valueAndGrad((x) => softMutualInfoScore(x, y, { bins: 32 }));
  let nats = 0;
  for (let i = 0; i < level.steps; i++) {
    const x = tf.tensor1d(Float32Array.from(inner(shifted(moving, found))));
    const { value, grad } = score(x);
    nats = value.arraySync();
    const byPixel = grad.dataSync();
    tf.dispose([x, value, grad]);
    const slope = {
      down: along(moving, byPixel, { down: 0.5, right: 0 }),
      right: along(moving, byPixel, { down: 0, right: 0.5 }),
    };
    const length = Math.hypot(slope.down, slope.right);
    // Steps of a length of their own, shorter and shorter: the slope only says where to.
    const step = (level.step * (1 - i / level.steps)) / Math.max(length, 1e-12);
    found = { down: found.down + step * slope.down, right: found.right + step * slope.right };
  }
  y.dispose();
  return nats;
}

/** The slope of the score when the picture moves this way: the pixels' own, times how they change. */
function along(moving: Image, byPixel: ArrayLike<number>, { down, right }: Shift): number {
  const ahead = inner(shifted(moving, { down: found.down + down, right: found.right + right }));
  const behind = inner(shifted(moving, { down: found.down - down, right: found.right - right }));
  return ahead.reduce((sum, value, k) => sum + (value - behind[k]!) * byPixel[k]!, 0);
}

function text({ down, right }: Shift): string {
  return `shifted by ${down.toFixed(2)} down and ${right.toFixed(2)} right`;
}
