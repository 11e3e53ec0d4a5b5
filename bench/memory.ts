import { ownRow, type BenchmarkCase, type Row } from './benchmarkCase.ts';

export interface MemoryUse<Given> {
  readonly name: string;
  /** Creates the input. Only {@link peakMemory} counts its memory. */
  readonly given: () => Given;
  /** Runs the measured work. Its result is kept alive until the memory is read. */
  readonly run: (given: Given) => unknown;
  /** Target: maximum number of megabytes. */
  readonly below: number;
}

/** Work whose peak memory is measured. */
interface PeakMemory<Given> extends MemoryUse<Given> {
  /** Whether all memory of the process counts. Default: only that of the work. */
  readonly ofWholeProcess?: boolean;
  /** Runs before the memory of the work is counted. */
  readonly prepare?: () => Promise<unknown>;
}

/** Creates a case that measures the memory held after the work: heap and array buffers. */
export function heldMemory<Given>(of: MemoryUse<Given>): BenchmarkCase {
  const measure = (): Row => {
    const given = of.given();
    const before = heldBytes();
    const kept = of.run(given);
    const after = heldBytes();
    return memoryRow(of, after - before, kept);
  };
  return { name: of.name, measure: async () => [measure()] };
}

/**
 * Creates a case that measures the peak memory of the process, minus that at the start or in total. It is an upper
 * bound that includes the input and garbage. It must be the only work of its process.
 */
export function peakMemory<Given>(of: PeakMemory<Given>): BenchmarkCase {
  const measure = async (): Promise<Row> => {
    await of.prepare?.();
    const before = of.ofWholeProcess === true ? 0 : process.memoryUsage.rss();
    const kept = await of.run(of.given());
    const peak = process.resourceUsage().maxRSS * 1024;
    return memoryRow(of, peak - before, kept);
  };
  return { name: of.name, measure: async () => [await measure()] };
}

function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error('expected node --expose-gc');
  globalThis.gc();
}

/** Returns the memory in use after garbage collection: heap and array buffers. */
export function heldBytes(): number {
  // The first collection only queues array buffers for deallocation.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function memoryRow({ name, below }: Pick<MemoryUse<never>, 'name' | 'below'>, bytes: number, kept: unknown): Row {
  if (kept === undefined) throw new Error(`${name}: expected the work to return its result, got undefined`);
  const megabytes = bytes / 1e6;
  return ownRow(name, `${megabytes.toFixed(1)} MB`, `< ${below} MB`, megabytes < below);
}
