/** One line of the printed table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** What we are compared with; empty when the figure stands for itself. */
  readonly peer: string;
  readonly theirs: string;
  readonly ratio: string;
  readonly target: string;
  /** Undefined when there is no target, or nothing to hold against it. */
  readonly isMet: boolean | undefined;
}

/** One thing to measure, in a process of its own; a topic is a list of them. */
export interface BenchmarkCase {
  readonly name: string;
  measure(): Promise<readonly Row[]>;
}
