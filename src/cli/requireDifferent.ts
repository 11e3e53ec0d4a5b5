import { badUsage } from './commandError.ts';
import { printable } from './printable.ts';

/** @throws {@link CommandError} if the predictions are the targets. */
export function requireDifferent(command: string, preds: string, target: string): void {
  if (preds !== target) return;
  throw badUsage(`${command}: expected different columns in --preds and --target, got "${printable(preds)}" in both`);
}
