/** Why a command ends without its result, and with which exit code. */
export class CommandError extends Error {
  /** 1 for bad data, 2 for bad usage. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** The data are not what the command can work with. */
export function badData(message: string, options?: ErrorOptions): CommandError {
  return new CommandError(message, 1, options);
}

/** The command was called in a way that it doesn't know. */
export function badUsage(message: string, options?: ErrorOptions): CommandError {
  return new CommandError(message, 2, options);
}
