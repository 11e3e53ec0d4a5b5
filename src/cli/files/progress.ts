import { SingleBar } from 'cli-progress';

/** Progress of reading. */
export interface Progress {
  /** Amount of work. */
  readonly total: number;
  /** Adds to the amount that is done. */
  advance(amount: number): void;
  /** Sets the amount that is done. */
  reach(amount: number): void;
  stop(): void;
}

/** A stream that may be a terminal. */
export interface TerminalLike extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  /** The stream that takes control sequences, if this one escapes them. */
  readonly terminal?: NodeJS.WritableStream;
}

/** A bar on a terminal; nothing where the output goes into a file or another program. */
export function startProgress(stream: TerminalLike, what: string, total: number): Progress | undefined {
  if (stream.isTTY !== true || !(total > 0)) return undefined;
  const bar = new SingleBar({
    stream: stream.terminal ?? stream,
    format: `${what} {bar} {percentage} %, {eta_formatted} left`,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  let done = 0;
  const reach = (amount: number): void => {
    done = Math.min(amount, total);
    bar.update(done);
  };
  return { total, advance: (amount) => reach(done + amount), reach, stop: () => bar.stop() };
}
