import { halfSamples } from '../functional/bootstrap/halfSamples.ts';
import { inputRows } from '../inputs/inputRows.ts';
import { flatSamples } from '../inputs/samples.ts';
import { checkSampleBlocks } from '../inputs/checkSampleBlocks.ts';
import type { RandomSource } from '../numeric/random/randomSource.ts';
import { SampleBuffer } from '../state/samples/sampleBuffer.ts';
import { StateRecord } from '../state/composed/stateRecord.ts';
import type { AnyState } from '../state/metricState.ts';

/** Returns whether a state holds the samples, or is a record of such states. */
export function canHalve(state: AnyState): boolean {
  if (!(state instanceof StateRecord)) return state instanceof SampleBuffer;
  const states = state.entries().map(([, inner]) => inner);
  return states.length > 0 && states.every(canHalve);
}

/** Returns a function that splits the samples of a state at random into two states of equal size. */
export function stateHalves(state: AnyState, random: RandomSource): () => readonly AnyState[] {
  if (state instanceof StateRecord) {
    const inner = (state as StateRecord).entries().map(([name, of]) => ({ name, next: stateHalves(of, random) }));
    return () => {
      const drawn = inner.map(({ name, next }) => ({ name, halves: next() }));
      return [0, 1].map((k) => new StateRecord(drawn.map(({ name, halves }) => [name, halves[k]!])));
    };
  }
  const buffer = state as unknown as SampleBuffer;
  const samples = buffer.blocks().map(flatSamples);
  const { choose } = inputRows(samples);
  const next = halfSamples(buffer.length, random);
  return () =>
    next().map((rows) => {
      const half = new SampleBuffer();
      const names = samples.map((_, b) => `block ${b}`);
      if (samples.length > 0) half.add(checkSampleBlocks(choose(rows), names));
      return half;
    });
}
