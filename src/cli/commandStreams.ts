import type { ReadStreams } from './files/withTable.ts';

/** Standard streams of a command. */
export interface CommandStreams extends ReadStreams {
  readonly stdout: NodeJS.WritableStream;
}
