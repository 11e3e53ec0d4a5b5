import { ownRow, type BenchmarkCase, type Row } from './benchmarkCase.ts';
import { exponentOf } from './timeGrowth.ts';
import { heldBytes } from './memory.ts';

/** Benchmark of the time and memory of a state against the number of samples. */
export interface StateGrowth<State, Batch> {
  readonly name: string;
  /** Creates the state, or a metric with the state. */
  readonly create: () => State;
  /** Returns a batch of samples, of which the first has this index. */
  readonly batch: (first: number, size: number) => Batch;
  readonly add: (state: State, batch: Batch) => unknown;
  /** Target: maximum bytes per sample. Default: the state does not grow. */
  readonly bytes?: number;
}

const BATCH = 10_000;
const SIZES = [1e4, 1e5, 1e6];

/** Number of times that all samples are added; the first is not counted. */
const RUNS = 4;

/**
 * Targets: maximum exponents of the number of samples in the time. States that grow sort or merge what they hold, and
 * wait for the memory that they allocate. Updates that copied the whole state would have an exponent near 2.
 */
const EXPONENTS = { constant: 1.25, growing: 1.6 };

/** Target: maximum bytes per sample of a state that does not grow. Garbage collection leaves some. */
const NO_GROWTH = 0.5;

/** Creates a case of two rows: the time of adding samples, and the memory that each further sample takes. */
export function stateGrowth<State, Batch>(of: StateGrowth<State, Batch>): BenchmarkCase {
  return { name: of.name, measure: () => Promise.resolve(measured(of)) };
}

function measured<State, Batch>({ name, create, batch, add, bytes = NO_GROWTH }: StateGrowth<State, Batch>): Row[] {
  const batches = Array.from({ length: SIZES.at(-1)! / BATCH }, (_, k) => batch(k * BATCH, BATCH));
  const times = SIZES.map(() => Infinity);
  for (let run = 0; run < RUNS; run++) {
    const state = create();
    const start = process.cpuUsage();
    batches.forEach((samples, k) => {
      add(state, samples);
      const place = SIZES.indexOf((k + 1) * BATCH);
      if (place === -1 || run === 0) return;
      const { user, system } = process.cpuUsage(start);
      // The minimum, because disturbances only add to it.
      times[place] = Math.min(times[place]!, (user + system) / 1000);
    });
  }
  return [
    timeRow(name, times, bytes > NO_GROWTH ? EXPONENTS.growing : EXPONENTS.constant),
    memoryRow(name, create(), add, batches, bytes),
  ];
}

function timeRow(name: string, times: readonly number[], most: number): Row {
  const exponent = exponentOf(SIZES, times);
  const shown = times.map((ms) => `${Number(ms.toPrecision(2))} ms`).join(', ');
  return ownRow(
    `${name}: processor time of 10⁴, 10⁵, 10⁶ samples`,
    `${shown}: exponent ${exponent.toFixed(2)}`,
    `exponent ≤ ${most}`,
    exponent <= most,
  );
}

function memoryRow<State, Batch>(
  name: string,
  state: State,
  add: StateGrowth<State, Batch>['add'],
  batches: readonly Batch[],
  most: number,
): Row {
  const few = batches.length / 10;
  const before = heldBytes();
  for (const samples of batches.slice(0, few)) add(state, samples);
  const first = heldBytes() - before;
  for (const samples of batches.slice(few)) add(state, samples);
  const all = heldBytes() - before;
  // Keeps the state alive until the memory is read.
  add(state, batches[0]!);
  const perSample = (all - first) / ((batches.length - few) * BATCH);
  const shown = `${(first / 1e6).toFixed(2)}, ${(all / 1e6).toFixed(2)} MB: ${perSample.toFixed(2)} bytes per sample`;
  return ownRow(`${name}: memory of 10⁵, 10⁶ samples`, shown, `≤ ${most} bytes per sample`, perSample <= most);
}
