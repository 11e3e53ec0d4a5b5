import { afterEach, beforeEach, jest } from '@jest/globals';

/** Records the warnings of each test of this file instead of printing them. */
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
