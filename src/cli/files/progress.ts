import { SingleBar } from 'cli-progress';

/** How far a reading has come. */
export interface Progress {
  /** All that there is to do. */
  readonly total: number;
  /** So much more is done. */
  advance(amount: number): void;
  /** So much is done. */
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
export function startProgress(
  stream: TerminalLike,
  what: string,
  total: number,
): Progress | undefined {
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
