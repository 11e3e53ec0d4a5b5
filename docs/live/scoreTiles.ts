import { element } from './element.ts';

export interface Tile {
  readonly name: string;
  readonly value: number;
  /** Greatest value, for the bar. Default: none. */
  readonly greatest?: number | undefined;
}

/** Scores with bars; `data-value` has all digits. */
export function scoreTiles(tiles: readonly Tile[]): HTMLElement {
  return element(
    'dl',
    { class: 'tiles' },
    ...tiles.map(({ name, value, greatest }) =>
      element(
        'div',
        {},
        element('dt', {}, name),
        element('dd', { 'data-score': name, 'data-value': value }, shown(value)),
        ...(greatest ? [bar(value / greatest)] : []),
      ),
    ),
  );
}

/** A number to four decimals. */
export function shown(value: number): string {
  return Number.isFinite(value) ? value.toFixed(4).replace('-', '−') : String(value);
}

function bar(share: number): HTMLElement {
  const part = element('span');
  part.style.width = `${100 * Math.min(1, Math.max(0, share))}%`;
  return element('div', { class: 'bar', 'aria-hidden': 'true' }, part);
}
