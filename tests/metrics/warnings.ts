import { afterEach, beforeEach, jest } from '@jest/globals';

/** What was warned of in each test of this file; nothing is printed. */
export function watchWarnings(): () => string[] {
  let warnings: string[] = [];
  beforeEach(() => {
    warnings = [];
    jest.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return () => warnings;
}
