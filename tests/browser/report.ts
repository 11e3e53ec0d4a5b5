/** Result of one check. */
export interface CheckReport {
  readonly name: string;
  /** Error message; undefined if the check passed. */
  readonly problem: string | undefined;
  readonly seconds: number;
}

/** Results of all checks on one backend. */
export type BackendReport =
  | { readonly backend: string; readonly available: false; readonly reason: string }
  | {
      readonly backend: string;
      readonly available: true;
      readonly device: string;
      readonly checks: readonly CheckReport[];
      /** Largest deviation of each family. */
      readonly worst: Readonly<Record<string, number>>;
      /** Number of synchronous reads of tensors. */
      readonly synchronousReads: number;
    };
