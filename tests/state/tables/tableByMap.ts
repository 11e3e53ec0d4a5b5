import type { ContingencyEntry, ContingencyTable, Label } from 'tfjs-metrics';

/** Counts of label pairs in a Map, as reference for contingency tables. */
export class TableByMap {
  readonly #cells = new Map<string, ContingencyEntry>();

  /** Counts pairs. A negative weight removes pairs. */
  add(preds: ArrayLike<Label>, target: ArrayLike<Label>, weight = 1): this {
    for (let i = 0; i < preds.length; i++) {
      const [pred, label] = [preds[i]!, target[i]!];
      const key = JSON.stringify([pred, label]);
      const count = (this.#cells.get(key)?.count ?? 0) + weight;
      this.#cells.set(key, { pred, target: label, count });
    }
    return this;
  }

  /** Returns the non-zero cells, sorted by target, then by pred. */
  entries(): ContingencyEntry[] {
    return [...this.#cells.values()]
      .filter(({ count }) => count !== 0)
      .sort((a, b) => compare(a.target, b.target) || compare(a.pred, b.pred));
  }
}

/** Returns the cells of a table, in its order. */
export function entriesOf(table: ContingencyTable): ContingencyEntry[] {
  return [...table.entries()];
}

function compare(a: Label, b: Label): number {
  return a < b ? -1 : Number(a > b);
}
