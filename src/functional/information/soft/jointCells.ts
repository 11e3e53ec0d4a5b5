import type { TableCells } from '../../../state/tables/tableCells.ts';
import type { Matrix } from './matrixProduct.ts';

/** Converts a joint histogram to the cells of a table with x as preds and y as target, without empty bins. */
export function jointCells({ rows, columns, data: cells }: Matrix): TableCells {
  const bySize = (size: Float64Array): number[] => [...size.keys()].filter((k) => size[k]! > 0);
  const sizeX = new Float64Array(rows);
  const sizeY = new Float64Array(columns);
  let used = 0;
  let n = 0;
  // Sizes are summed from the cells, so that both agree exactly.
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      const count = cells[i * columns + j]!;
      if (count === 0) continue;
      used++;
      sizeX[i]! += count;
      sizeY[j]! += count;
      n += count;
    }
  }
  const predLabels = bySize(sizeX);
  const targetLabels = bySize(sizeY);
  const row = new Int32Array(used);
  const column = new Int32Array(used);
  const count = new Float64Array(used);
  let k = 0;
  for (let r = 0; r < targetLabels.length; r++) {
    for (let c = 0; c < predLabels.length; c++) {
      const cell = cells[predLabels[c]! * columns + targetLabels[r]!]!;
      if (cell === 0) continue;
      row[k] = r;
      column[k] = c;
      count[k++] = cell;
    }
  }
  return {
    targetLabels,
    predLabels,
    row,
    column,
    count,
    targetSizes: Float64Array.from(targetLabels, (j) => sizeY[j]!),
    predSizes: Float64Array.from(predLabels, (i) => sizeX[i]!),
    n,
  };
}
