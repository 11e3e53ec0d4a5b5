import { readWeightedOptions, type PairOptions } from '../inputs/labelPairs.ts';
import type { OptionsReader } from '../inputs/options/defineOptions.ts';
import { requireNoReadingOptions } from '../inputs/options/optionCheck.ts';
import type { SampleWeight } from '../inputs/sampleWeight.ts';

/** State and options that a score was called with, or the state of the samples that it was called with. */
interface ReadArguments<State, Options> {
  readonly state: State;
  readonly options: Options;
  /** Weights of the samples. */
  readonly sampleWeight: SampleWeight | undefined;
}

/**
 * Reads the arguments of a score that accepts its state or samples. Samples are counted in a new state.
 *
 * @param reading - names of options that determine how samples are read, and do not apply to a state; `'all'` for all but
 * `onUndefined`.
 * @throws {@link MetricInputError} if an argument is invalid.
 */
export function readArguments<State, Preds, Target, Options extends object>(
  owner: string,
  reader: OptionsReader<Options>,
  [first, second, third]:
    | readonly [state: State, options?: object | undefined]
    | readonly [preds: Preds, target: Target, options?: (Options & PairOptions) | undefined],
  isState: (first: State | Preds) => first is State,
  count: (preds: Preds, target: Target, options: Options & PairOptions) => State,
  reading: readonly string[] | 'all' = [],
): ReadArguments<State, Options> {
  if (isState(first)) {
    const options = reader(second, owner);
    requireNoReadingOptions(owner, options, reading);
    return { state: first, options, sampleWeight: undefined };
  }
  const [options, sampleWeight] = readWeightedOptions(reader, third, owner);
  return { state: count(first, second as Target, { ...options, sampleWeight }), options, sampleWeight };
}
