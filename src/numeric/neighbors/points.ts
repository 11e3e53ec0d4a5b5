/** Points in d dimensions: `n × d` finite values in row-major order. */
export interface Points {
  readonly data: Float64Array;
  readonly n: number;
  readonly d: number;
}

/** Returns whether all points are equal. */
export function isConstant({ data, d }: Points): boolean {
  for (let at = d; at < data.length; at++) if (data[at] !== data[at % d]) return false;
  return true;
}

/** Concatenates the coordinates of several blocks of points. */
export function joinPoints(blocks: readonly Points[]): Points {
  if (blocks.length === 1) return blocks[0]!;
  const { n } = blocks[0]!;
  const d = blocks.reduce((sum, block) => sum + block.d, 0);
  const data = new Float64Array(n * d);
  let offset = 0;
  for (const { data: values, d: width } of blocks) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < width; j++) data[i * d + offset + j] = values[i * width + j]!;
    }
    offset += width;
  }
  return { data, n, d };
}

/** Returns `width` coordinates of all points, starting at coordinate `from`. */
export function columnsOf({ data, n, d }: Points, from: number, width: number): Points {
  const columns = new Float64Array(n * width);
  if (width === 1) {
    for (let i = 0, at = from; i < n; i++, at += d) columns[i] = data[at]!;
    return { data: columns, n, d: 1 };
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < width; j++) columns[i * width + j] = data[i * d + from + j]!;
  }
  return { data: columns, n, d: width };
}

/** Returns the points at the given rows, in that order. */
export function selectPoints({ data, d }: Points, rows: ArrayLike<number>): Points {
  const n = rows.length;
  const chosen = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) chosen[i * d + j] = data[rows[i]! * d + j]!;
  }
  return { data: chosen, n, d };
}
