/** Longest time between two yields, in milliseconds. */
const LONGEST_WAIT = 30;

let yieldedAt = 0;

/** Lets other work of the event loop run if it may have waited for 30 ms. Call it between the steps of long work. */
export async function yieldToEventLoop(): Promise<void> {
  if (performance.now() - yieldedAt < LONGEST_WAIT) return;
  await new Promise((resume) => setTimeout(resume));
  yieldedAt = performance.now();
}
