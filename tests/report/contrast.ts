/** Red, green and blue in [0, 1]. */
export type Color = readonly [red: number, green: number, blue: number];

/** Parses a color such as `#1f2328`. */
export function colorOf(hex: string): Color {
  const [red, green, blue] = hex.match(/[\da-f]{2}/gi)!.map((part) => parseInt(part, 16) / 255);
  return [red!, green!, blue!];
}

/** Contrast ratio of two colors by WCAG 2.2, in [1, 21]. */
export function contrast(a: Color, b: Color): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
