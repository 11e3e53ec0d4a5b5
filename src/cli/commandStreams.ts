import type { ReadStreams } from './files/withTable.ts';

/** What a command reads from and writes to. */
export interface CommandStreams extends ReadStreams {
  readonly stdout: NodeJS.WritableStream;
}
