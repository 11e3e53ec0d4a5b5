import { SingleBar } from 'cli-progress';

/** Progress bar. */
export interface Progress {
  /** Total amount of work. */
  readonly total: number;
  /** Adds to the amount done. */
  advance(amount: number): void;
  /** Sets the amount done. */
  reach(amount: number): void;
  stop(): void;
}

/** A stream that may be a terminal. */
export interface TerminalLike extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  /** Underlying stream for control sequences, if this stream escapes them. */
  readonly terminal?: NodeJS.WritableStream;
}

/** Starts a progress bar on a terminal; returns undefined if the output is redirected. */
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
