import { svg } from './element.ts';

/** Side of the square in which points are drawn, in units of the picture. */
const SIDE = 420;
/** Room beyond the range from 0 to 1 on each side, for the dots and arrows of points at its edges. */
const ROOM = 0.08;
const LEFT = 58;
const BOTTOM = 52;
const TOP = 6;
const RIGHT = 6;
const TICK = 6;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Width and height of the picture. */
export const WIDTH: number = LEFT + SIDE + RIGHT;
export const HEIGHT: number = TOP + SIDE + BOTTOM;
/** Length of the range from 0 to 1. */
export const UNIT: number = SIDE / (1 + 2 * ROOM);

/** Horizontal place of a value. */
export function toX(value: number): number {
  return LEFT + (value + ROOM) * UNIT;
}

/** Vertical place of a value. */
export function toY(value: number): number {
  return TOP + SIDE - (value + ROOM) * UNIT;
}

/** Values at a place, given as shares of width and height. */
export function valuesAt(right: number, down: number): [x: number, y: number] {
  return [(right * WIDTH - LEFT) / UNIT - ROOM, (TOP + SIDE - down * HEIGHT) / UNIT - ROOM];
}

/** A frame with ticks and the names of the axes. */
export function axes(): SVGGElement {
  const [start, end, low] = [LEFT, LEFT + SIDE, TOP + SIDE];
  return svg(
    'g',
    { class: 'axes', 'aria-hidden': 'true' },
    svg('rect', { x: start, y: TOP, width: SIDE, height: SIDE }),
    ...TICKS.flatMap((value) => [
      svg('line', { x1: toX(value), x2: toX(value), y1: low, y2: low + TICK }),
      svg('text', { x: toX(value), y: low + 22, 'text-anchor': 'middle' }, String(value)),
      svg('line', { x1: start - TICK, x2: start, y1: toY(value), y2: toY(value) }),
      svg('text', { x: start - 10, y: toY(value) + 5, 'text-anchor': 'end' }, String(value)),
    ]),
    svg('text', { x: (start + end) / 2, y: low + 44, 'text-anchor': 'middle', class: 'name' }, 'x'),
    svg('text', { x: 12, y: TOP + SIDE / 2, 'text-anchor': 'middle', class: 'name' }, 'y'),
  );
}
