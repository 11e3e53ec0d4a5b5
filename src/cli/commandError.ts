/** Error that ends a command, with its exit code. */
export class CommandError extends Error {
  /** 1 for invalid data, 2 for invalid arguments. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** Creates an error for invalid data. */
export function badData(message: string, options?: ErrorOptions): CommandError {
  return new CommandError(message, 1, options);
}

/** Creates an error for invalid arguments. */
export function badUsage(message: string, options?: ErrorOptions): CommandError {
  return new CommandError(message, 2, options);
}
