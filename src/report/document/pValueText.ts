/** Formats a p-value as in "p = 0.012" and "p < 0.001". */
export function pValueText(pValue: number): string {
  return `p ${pValue < 0.001 ? '< 0.001' : `= ${pValue.toFixed(3)}`}`;
}
