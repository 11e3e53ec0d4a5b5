import { Writable } from 'node:stream';
import type { TerminalLike } from './files/progress.ts';
import { escapeControls } from './printable.ts';

/**
 * Wraps a stream so that no text from outside can control the terminal that shows it: control characters but
 * line feeds and tabs are written as `\u001b`.
 */
export function escapedStream(terminal: TerminalLike): TerminalLike {
  const escaped = new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      // Written at once; the stream itself reports its errors.
      terminal.write(escapeControls(text));
      done();
    },
  });
  return Object.assign(escaped, { isTTY: terminal.isTTY === true, terminal });
}
