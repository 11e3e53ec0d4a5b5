import { badUsage } from './commandError.ts';

/** @throws {@link CommandError} if labels to ignore are given for columns of numbers. */
export function requireNoIgnoredLabels(
  command: string,
  { ignoreLabel }: { readonly ignoreLabel?: readonly string[] | undefined },
): void {
  if (ignoreLabel === undefined) return;
  throw badUsage(`${command}: expected --ignore-label only for columns of labels, got columns of numbers; use --na`);
}
