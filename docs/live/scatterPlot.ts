import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { softHistogram2d, softMutualInfoScore } from 'tfjs-metrics/information';
import { choice, element, guarded, labelled, slider, svg } from './element.ts';
import { axes, HEIGHT, toX, toY, UNIT, valuesAt, WIDTH } from './plotFrame.ts';
import { shown } from './scoreTiles.ts';

/** Longest arrow, in units of the picture. */
const REACH = 32;
/** Id of the head of arrows. */
const HEAD = 'arrow-head';
/** Longest step of gradient ascent, as a fraction of the range. */
const STEP = 0.01;

type Point = [x: number, y: number];
type Options = Readonly<NonNullable<Parameters<typeof softHistogram2d>[2]>>;

/** y for x in [0, 1] and u, which is uniform in [0, 1]. */
const SHAPES: Readonly<Record<string, (x: number, u: number) => number>> = {
  line: (x) => x,
  parabola: (x) => (2 * x - 1) ** 2,
  circle: (x, u) => 0.5 + (u < 0.5 ? -1 : 1) * Math.sqrt(Math.max(0, 0.25 - (x - 0.5) ** 2)),
  independent: (_, u) => u,
};

/** Points that can be dragged, the mutual information of their coordinates, and its gradient as arrows. */
export function start(box: HTMLElement): void {
  const shape = choice(Object.keys(SHAPES));
  const kernel = choice(['cubicBSpline', 'linear', 'gaussian']);
  const count = slider('Points', { min: 10, max: 200, step: 10, value: 80 });
  const noise = slider('Noise', { min: 0, max: 1, step: 0.05, value: 0.3 });
  const bins = slider('Bins', { min: 3, max: 24, step: 1, value: 8 });
  const score = element('output', { class: 'headline', 'aria-live': 'polite' });
  const message = element('p', { class: 'problem', role: 'alert' });
  const shades = svg('g');
  const arrows = svg('g', { class: 'arrows' });
  const dots = svg('g', { class: 'dots' });
  const plot = svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', class: 'plot' },
    svg('defs', {}, arrowHead()),
    axes(),
    shades,
    dots,
    arrows,
  );
  const data = element('textarea', { rows: 6, spellcheck: 'false', name: 'points' });
  const ascend = element('button', { type: 'button' }, 'Gradient ascent: 20 steps');
  const again = element('button', { type: 'button' }, 'New sample');
  let points: Point[] = [];
  let seed = 1;

  const options = (): Options => ({
    bins: Number(bins.control.value),
    kernel: kernel.value as 'cubicBSpline' | 'linear' | 'gaussian',
  });

  const draw = (): void =>
    guarded(box, message, () => {
      const { value, gradient, histogram } = measure(points, options());
      score.textContent = `${shown(value)} nats`;
      score.dataset['value'] = String(value);
      score.dataset['gradient'] = JSON.stringify(gradient);
      plot.setAttribute('aria-label', `Scatter plot of ${points.length} points with ${shown(value)} nats`);
      shades.replaceChildren(...shadesOf(histogram));
      const longest = longestOf(gradient);
      arrows.replaceChildren(
        ...points.map(([x, y], i) =>
          arrow(x, y, (REACH * gradient[i]![0]) / longest, (-REACH * gradient[i]![1]) / longest),
        ),
      );
      dots.replaceChildren(...points.map(([x, y], i) => svg('circle', { cx: toX(x), cy: toY(y), r: 5, 'data-i': i })));
    });

  const show = (next: readonly Point[]): void => {
    points = next.map(([x, y]) => [clip(x), clip(y)]);
    data.value = points.map(([x, y]) => `${x.toFixed(3)}, ${y.toFixed(3)}`).join('\n');
    draw();
  };
  const sample = (): void =>
    show(drawPoints(Number(count.control.value), SHAPES[shape.value]!, Number(noise.control.value), seed));

  for (const control of [shape, count.control, noise.control]) control.addEventListener('input', sample);
  for (const control of [kernel, bins.control]) control.addEventListener('input', draw);
  data.addEventListener('input', () =>
    guarded(box, message, () => {
      points = readPoints(data.value);
      draw();
    }),
  );
  again.addEventListener('click', () => {
    seed++;
    sample();
  });
  ascend.addEventListener('click', () => {
    for (let step = 0; step < 20; step++) {
      const { gradient } = measure(points, options());
      const longest = longestOf(gradient);
      const moved = points.map(([x, y], i): Point => [
        x + (STEP * gradient[i]![0]) / longest,
        y + (STEP * gradient[i]![1]) / longest,
      ]);
      points = moved.map(([x, y]) => [clip(x), clip(y)]);
    }
    show(points);
  });
  enableDragging(plot, (i, point) => {
    points[i] = point;
    show(points);
  });

  box.replaceChildren(
    element(
      'div',
      { class: 'split' },
      element(
        'div',
        { class: 'picture' },
        element('p', { class: 'caption' }, 'Mutual information of x and y: ', score),
        plot,
      ),
      element(
        'div',
        { class: 'controls' },
        labelled('Shape', shape),
        count.field,
        noise.field,
        bins.field,
        labelled('Kernel', kernel),
        element('div', { class: 'buttons' }, ascend, again),
        message,
      ),
    ),
    element('details', {}, element('summary', {}, 'Points as text'), labelled('One point per line: x, y', data)),
  );
  sample();
}

/** Score, its gradient for each point, and the joint soft histogram. */
function measure(
  points: readonly Point[],
  options: Options,
): { value: number; gradient: Point[]; histogram: number[][] } {
  return tf.tidy(() => {
    const x = tf.tensor1d(points.map(([value]) => value));
    const y = tf.tensor1d(points.map(([, value]) => value));
    const { value, grads } = tf.valueAndGrads((a, b) => softMutualInfoScore(a!, b!, options))([x, y]);
    const [dx, dy] = grads.map((gradient) => Array.from(gradient.dataSync()));
    return {
      value: value.dataSync()[0]!,
      gradient: dx!.map((of, i): Point => [of, dy![i]!]),
      histogram: softHistogram2d(x, y, options).arraySync(),
    };
  });
}

/** Length of the longest gradient, above 0. */
function longestOf(gradient: readonly Point[]): number {
  return Math.max(1e-12, ...gradient.map(([dx, dy]) => Math.hypot(dx, dy)));
}

function shadesOf(histogram: readonly number[][]): SVGRectElement[] {
  const most = Math.max(...histogram.flat(), 1e-12);
  const side = UNIT / histogram.length;
  return histogram.flatMap((column, i) =>
    column.map((count, j) =>
      svg('rect', {
        x: toX(0) + i * side,
        y: toY(0) - (j + 1) * side,
        width: side,
        height: side,
        class: 'shade',
        'fill-opacity': (0.45 * Math.max(0, count / most)).toFixed(3),
      }),
    ),
  );
}

function arrowHead(): SVGMarkerElement {
  const box = { viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8 };
  return svg(
    'marker',
    { id: HEAD, ...box, markerUnits: 'userSpaceOnUse', orient: 'auto' },
    svg('path', { d: 'M 0 0 L 8 4 L 0 8 z' }),
  );
}

function arrow(x: number, y: number, right: number, down: number): SVGLineElement {
  const [x1, y1] = [toX(x), toY(y)];
  return svg('line', { x1, y1, x2: x1 + right, y2: y1 + down, 'marker-end': `url(#${HEAD})` });
}

/** Points of a shape with noise; the same for the same seed. */
function drawPoints(n: number, shape: (x: number, u: number) => number, noise: number, seed: number): Point[] {
  const uniform = tf.tidy(() => tf.randomUniform([n, 3], 0, 1, 'float32', seed).arraySync() as number[][]);
  return uniform.map(([x, u, v]) => [x!, (1 - noise) * (0.08 + 0.84 * shape(x!, u!)) + noise * v!]);
}

/** @throws Error if a line is not two numbers in [0, 1]. */
function readPoints(text: string): Point[] {
  return text
    .trim()
    .split('\n')
    .map((line, i): Point => {
      const [x, y, ...more] = line.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
      const isGood = more.length === 0 && [x, y].every((value) => value !== undefined && value >= 0 && value <= 1);
      if (!isGood) throw new Error(`line ${i + 1}: expected two numbers from 0 to 1, got "${line}"`);
      return [x!, y!];
    });
}

function enableDragging(plot: SVGSVGElement, move: (i: number, point: Point) => void): void {
  let dragged: number | undefined;
  plot.addEventListener('pointerdown', (event) => {
    const i = (event.target as SVGElement).dataset['i'];
    if (i === undefined) return;
    dragged = Number(i);
    plot.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  plot.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (dragged === undefined) return;
    const { left, top, width, height } = plot.getBoundingClientRect();
    move(dragged, valuesAt((clientX - left) / width, (clientY - top) / height));
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    plot.addEventListener(end, () => (dragged = undefined));
  }
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
