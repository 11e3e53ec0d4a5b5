import { Readable, Writable } from 'node:stream';
import { runCommand } from '../../src/cli/runCommand.ts';

/** Result of a command. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process. */
export async function run(args: readonly string[], input = '', isTerminal = false): Promise<Answer> {
  const [out, err] = [collect(), collect()];
  const streams = {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: out.stream,
    stderr: Object.assign(err.stream, { isTTY: isTerminal }),
  };
  const code = await runCommand(args, streams);
  return { code, out: out.text(), err: err.text() };
}

function collect(): { stream: Writable; text: () => string } {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done): void {
      parts.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString() };
}
