import type { CountedTable } from '../functional/bootstrap/bootstrapOptions.ts';
import { populationsOf, type Population, type PopulationOptions } from '../functional/bootstrap/population.ts';
import { requireWholeCounts } from '../functional/readTable.ts';
import type { RandomSource } from '../numeric/random/randomSource.ts';
import { StateRecord } from '../state/composed/stateRecord.ts';
import type { AnyState } from '../state/metricState.ts';

/** State that is a table of counts. */
interface AnyTable extends AnyState, CountedTable<AnyTable> {}

const isTable = (state: AnyState): state is AnyTable => 'withCounts' in state;

/** Returns whether a state is a table of counts or a record of tables, from which samples can be drawn. */
export function canDraw(state: AnyState): boolean {
  if (!(state instanceof StateRecord)) return isTable(state);
  const states = state.entries().map(([, inner]) => inner);
  return states.length > 0 && states.every(canDraw);
}

/** Returns whether an input of an update may hold fractional counts. */
export function hasWeights(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false;
  return 'sampleWeight' in input || isTable(input as AnyState);
}

/** @throws {@link MetricInputError} if a table has fractional counts. */
export function requireDrawable(state: AnyState): void {
  if (isTable(state)) {
    requireWholeCounts('BootStrapper', 'a fraction of a sample cannot be drawn', state.cells.count);
  } else {
    for (const [, inner] of (state as unknown as StateRecord).entries()) requireDrawable(inner);
  }
}

/** Returns the populations of a state of tables, as {@link populationsOf} does for one table. */
export function statePopulations(
  state: AnyState,
  random: RandomSource,
  options: PopulationOptions,
): Population<AnyState>[] {
  if (isTable(state)) return populationsOf(state, random, options);
  const inner = (state as unknown as StateRecord)
    .entries()
    .map(([name, of]) => ({ name, populations: statePopulations(of, random, options) }));
  if (inner.some(({ populations }) => populations.length === 0)) return [];
  const longest = inner.map(({ populations }) => populations).reduce((a, b) => (b.length > a.length ? b : a));
  return longest.map(({ draws }, p): Population<AnyState> => {
    // Tables with a single population draw from it throughout.
    const own = inner.map(({ name, populations }) => {
      return { name, population: populations[Math.min(p, populations.length - 1)]! };
    });
    const record = (read: (population: Population<AnyState>) => AnyState): AnyState =>
      new StateRecord(own.map(({ name, population }) => [name, read(population)] as const));
    return { draws, next: () => record(({ next }) => next()), asymptotic: record((of) => of.asymptotic) };
  });
}
