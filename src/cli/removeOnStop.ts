import { rmSync } from 'node:fs';
import process from 'node:process';

/** Signals that end a command. */
const STOPS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * Removes a temporary file or folder if a signal ends the process.
 *
 * @returns a function that removes the signal handlers.
 */
export function removeOnStop(path: string): () => void {
  const removeAndStop = (signal: NodeJS.Signals): void => {
    rmSync(path, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of STOPS) process.once(signal, removeAndStop);
  return () => {
    for (const signal of STOPS) process.off(signal, removeAndStop);
  };
}
