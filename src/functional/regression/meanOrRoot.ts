/** Returns the mean of one sum, or its square root with `squared: false`. */
export function meanOrRoot(
  [sum]: readonly number[],
  weight: number,
  { squared }: { readonly squared?: boolean | undefined },
): number {
  const mean = sum! / weight;
  return squared === false ? Math.sqrt(mean) : mean;
}
