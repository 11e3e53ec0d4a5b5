/** Row of the printed table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** Name of the peer that we are compared with; empty without a peer. */
  readonly peer: string;
  readonly theirs: string;
  readonly ratio: string;
  readonly target: string;
  /** True if the target was met; undefined without a target or a measurement. */
  readonly isMet: boolean | undefined;
  /** Whether a measurement failed; `ours` or `theirs` then gives the reason. Default: false. */
  readonly isFailed?: boolean;
}

/** Measurement that runs in its own process. A topic is a list of cases. */
export interface BenchmarkCase {
  readonly name: string;
  measure(): Promise<readonly Row[]>;
}

/** Returns the row of a case without a peer. */
export function ownRow(what: string, ours: string, target: string, isMet: boolean): Row {
  return { what, ours, peer: '', theirs: '', ratio: '', target, isMet };
}

/** Returns the row of a case that could not be measured. */
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
