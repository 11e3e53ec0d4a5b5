import { requireWholeCounts } from '../functional/tableArguments.ts';
import type { RandomSource } from '../random/randomSource.ts';
import { resampleCounts } from '../random/resampleCounts.ts';
import { StateRecord, type AnyState } from '../state/stateRecord.ts';
import type { CountedTable } from '../functional/bootstrapInterval.ts';

/** States like another one, drawn from its counts. */
export interface TableDraws {
  /** The next state, which may be the one before with other counts. */
  readonly next: () => AnyState;
  /** The same shares of endlessly many samples. */
  readonly endless: AnyState;
}

type AnyTable = AnyState & CountedTable<AnyState>;

const isTable = (state: AnyState): state is AnyTable => 'withCounts' in state;

/** Whether a state is a table of counts, or a record of them: samples can be drawn from what it counts. */
export function canDraw(state: AnyState): boolean {
  if (!(state instanceof StateRecord)) return isTable(state);
  const states = state.entries().map(([, inner]) => inner);
  return states.length > 0 && states.every(canDraw);
}

/** Whether an input of an update may hold counts that are not whole. */
export function hasWeights(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false;
  return 'sampleWeight' in input || isTable(input as AnyState);
}

/** @throws {@link MetricInputError} if a table has counts that are not whole. */
export function requireDrawable(state: AnyState): void {
  if (isTable(state)) {
    requireWholeCounts('BootStrapper', 'a part of a sample can not be drawn', state.cells.count);
  } else {
    for (const [, inner] of (state as unknown as StateRecord).entries()) requireDrawable(inner);
  }
}

/** What is drawn from the counts of a state; `endless` is how many times as many samples stand for endlessly many. */
export function tableDraws(state: AnyState, random: RandomSource, endless: number): TableDraws {
  if (isTable(state)) {
    const { count } = state.cells;
    requireDrawable(state);
    const next = resampleCounts(count, random);
    return {
      next: () => state.withCounts(next()),
      endless: state.withCounts(count.map((samples) => samples * endless)),
    };
  }
  const drawn = (state as unknown as StateRecord)
    .entries()
    .map(([name, inner]) => [name, tableDraws(inner, random, endless)] as const);
  const record = (read: (draws: TableDraws) => AnyState): AnyState =>
    new StateRecord(drawn.map(([name, draws]) => [name, read(draws)] as const));
  return { next: () => record((draws) => draws.next()), endless: record((draws) => draws.endless) };
}
