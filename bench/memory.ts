import type { BenchmarkCase, Row } from './benchmarkCase.ts';

export interface MemoryUse<Given> {
  readonly name: string;
  /** What the work is done on; only {@link peakMemory} counts its memory too. */
  readonly given: () => Given;
  /** The work; what it returns is held on to until the memory is read. */
  readonly run: (given: Given) => unknown;
  /** The target: fewer megabytes than this. */
  readonly below: number;
}

/** A case of the memory that is still held after the work: heap and array buffers. */
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
 * A case of the most memory that the process took beyond what it had at the start, or in all: an upper
 * bound, with what the work is done on and all garbage. It has to be the only work of its process.
 */
export function peakMemory<Given>(of: MemoryUse<Given> & { readonly ofWholeProcess?: boolean }): BenchmarkCase {
  const measure = async (): Promise<Row> => {
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

function heldBytes(): number {
  // The first collection only queues array buffers to be freed.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function memoryRow({ name, below }: Pick<MemoryUse<never>, 'name' | 'below'>, bytes: number, kept: unknown): Row {
  if (kept === undefined) throw new Error(`${name}: expected the work to return what it made`);
  const megabytes = bytes / 1e6;
  return {
    what: name,
    ours: `${megabytes.toFixed(1)} MB`,
    peer: '',
    theirs: '',
    ratio: '',
    target: `< ${below} MB`,
    isMet: megabytes < below,
  };
}
