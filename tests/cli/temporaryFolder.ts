import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** Creates a folder for test files that is removed after the tests. */
export function temporaryFolder(): { path: string; file: (name: string, text: string) => string } {
  const path = mkdtempSync(join(tmpdir(), 'tfjs-metrics-test-'));
  afterAll(() => rmSync(path, { recursive: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(path, name), text);
    return join(path, name);
  };
  return { path, file };
}
