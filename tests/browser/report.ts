/** What became of one check. */
export interface CheckReport {
  readonly name: string;
  /** What is wrong; undefined when nothing is. */
  readonly problem: string | undefined;
  readonly seconds: number;
}

/** What became of all checks on one backend. */
export type BackendReport =
  | { readonly backend: string; readonly available: false; readonly reason: string }
  | {
      readonly backend: string;
      readonly available: true;
      readonly device: string;
      readonly checks: readonly CheckReport[];
      /** The worst deviation of each family. */
      readonly worst: Readonly<Record<string, number>>;
      /** How often a tensor was read without waiting. */
      readonly isHostBackend: number;
    };
