import { boundChecks } from './boundChecks.ts';
import type { Check } from './check.ts';
import { edgeChecks } from './edgeChecks.ts';
import { goldenChecks } from './goldenChecks.ts';
import { gradientChecks } from './gradientChecks.ts';
import { leakChecks } from './leakChecks.ts';
import { maskedChecks } from './maskedChecks.ts';
import { peerChecks } from './peerChecks.ts';
import { sampleChecks } from './sampleChecks.ts';

/** All checks that must pass on every backend. */
export const allChecks: readonly Check[] = [
  ...goldenChecks,
  ...peerChecks,
  ...gradientChecks,
  ...edgeChecks,
  ...leakChecks,
  ...sampleChecks,
  ...boundChecks,
  ...maskedChecks,
];
