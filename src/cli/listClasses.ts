import type { Label } from '../inputs/labels.ts';
import { printable } from './printable.ts';

/** Lists some classes for a message. */
export function listClasses(classes: readonly Label[]): string {
  const shown = classes.slice(0, 12).map((label) => `"${printable(String(label))}"`);
  return shown.join(', ') + (classes.length > shown.length ? ` and ${classes.length - shown.length} more` : '');
}
