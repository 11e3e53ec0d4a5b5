import { Writable } from 'node:stream';
import type { TerminalLike } from './files/progress.ts';
import { escapeControls } from './printable.ts';

/**
 * Wraps a stream so that untrusted text cannot control the terminal: control characters, except line feeds and tabs,
 * are written as escapes such as `\u001b`.
 */
export function escapedStream(terminal: TerminalLike): TerminalLike {
  const escaped = new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      // Does not wait for the terminal, which reports its own errors.
      terminal.write(escapeControls(text));
      done();
    },
  });
  return Object.assign(escaped, { isTTY: terminal.isTTY === true, terminal });
}
