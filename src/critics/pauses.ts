/** So long other work may wait for us, in milliseconds. */
const PATIENCE = 30;

/** The event loop's turns in work of many steps. */
export class Pauses {
  #rested = performance.now();

  /** To be called after each step: gives other work its turn where it has waited long. */
  async take(): Promise<void> {
    if (performance.now() - this.#rested < PATIENCE) return;
    await new Promise((resume) => setTimeout(resume));
    this.#rested = performance.now();
  }
}
