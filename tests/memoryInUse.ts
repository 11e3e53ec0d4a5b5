import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** The bytes of the heap and of typed arrays that are still needed. */
export function memoryInUse(): number {
  collectGarbage();
  // Typed arrays are freed by another thread, when it comes to it; the next collection waits for that.
  collectGarbage({ type: 'minor' });
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
