import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/** Width and height of an image, in pixels. */
export const SIDE = 8;

/** Grey values from 0 to 1, in row-major order. */
export type Image = Float64Array;

/** Reads the images of handwritten digits, their labels and their k-means clusters. */
export async function readDigits(): Promise<{
  images: Image[];
  labels: number[];
  clusters: number[];
}> {
  const file = new URL('./data/digits.csv', import.meta.url);
  const rows = createReadStream(file).pipe(parse({ columns: true }));
  const images: Image[] = [];
  const labels: number[] = [];
  const clusters: number[] = [];
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const pixel = (_: unknown, k: number): number => Number(row[`pixel_${Math.floor(k / SIDE)}_${k % SIDE}`]) / 16;
    images.push(Float64Array.from({ length: SIDE * SIDE }, pixel));
    labels.push(Number(row['target']));
    clusters.push(Number(row['cluster']));
  }
  return { images, labels, clusters };
}

/** Shifts a square image by fractions of a pixel, with bilinear interpolation and 0 outside. */
export function shiftImage(image: Image, down: number, right: number, side: number = SIDE): Image {
  const pixel = (i: number, j: number): number => (i >= 0 && i < side && j >= 0 && j < side ? image[i * side + j]! : 0);
  return image.map((_, k) => {
    const [row, column] = [Math.floor(k / side) - down, (k % side) - right];
    const [r, c] = [Math.floor(row), Math.floor(column)];
    const above = pixel(r, c) * (1 - column + c) + pixel(r, c + 1) * (column - c);
    const below = pixel(r + 1, c) * (1 - column + c) + pixel(r + 1, c + 1) * (column - c);
    return above * (1 - row + r) + below * (row - r);
  });
}
