/** One line of the printed table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** What we are compared with. Empty if the figure stands for itself. */
  readonly peer: string;
  readonly theirs: string;
  readonly ratio: string;
  readonly target: string;
  /** Undefined if there is no target, or nothing was measured. */
  readonly isMet: boolean | undefined;
  /** Whether a measurement failed; `ours` or `theirs` then gives the reason. Default: false. */
  readonly isFailed?: boolean;
}

/** One measurement, made in a process of its own. A topic is a list of them. */
export interface BenchmarkCase {
  readonly name: string;
  measure(): Promise<readonly Row[]>;
}

/** Row of a case that could not be measured. */
export function failedRow(what: string, reason: string): Row {
  return {
    what,
    ours: `failed: ${reason}`,
    peer: '',
    theirs: '',
    ratio: '',
    target: '',
    isMet: undefined,
    isFailed: true,
  };
}
