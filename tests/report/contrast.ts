/** Red, green and blue from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number];

/** A colour such as `#1f2328`. */
export function colorOf(hex: string): Color {
  const [red, green, blue] = hex.match(/[\da-f]{2}/gi)!.map((part) => parseInt(part, 16) / 255);
  return [red!, green!, blue!];
}

/** The contrast of two colours from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: Color, b: Color): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
