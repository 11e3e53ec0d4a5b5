import { requireWholeCounts } from '../readTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { associationOptions, type AssociationOptions } from './associationOptions.ts';
import { meanSquareContingency, yatesContingency } from './meanSquareContingency.ts';

/** Quantities that Cramér's V and Tschuprow's T are computed from. */
interface Association {
  /** φ², with the corrections that the options select. */
  readonly phiSquared: number;
  /** Number of rows minus one, corrected likewise. */
  readonly rows: number;
  /** Number of columns minus one, corrected likewise. */
  readonly columns: number;
}

/**
 * Computes φ² and the size of a table. Bergsma's correction subtracts from φ² its mean for independent labels, (r −
 * 1)(k − 1)/(n − 1), and replaces r − 1 by r − 1 − (r − 1)²/(n − 1) = (r − 1)(n − r)/(n − 1).
 */
export function association(owner: string, cells: TableCells, options: AssociationOptions): Association {
  const { count, n } = cells;
  const reason = associationOptions.wholeWeightsReason(options);
  if (reason !== undefined) requireWholeCounts(owner, reason, count);
  const rows = cells.targetSizes.length - 1;
  const columns = cells.predSizes.length - 1;
  if (rows <= 0 || columns <= 0) return { phiSquared: 0, rows: 0, columns: 0 };
  const isYates = options.yatesCorrection === true && rows === 1 && columns === 1;
  const phiSquared = isYates ? yatesContingency(cells) : meanSquareContingency(cells);
  if (options.biasCorrection === false) return { phiSquared, rows, columns };
  return {
    phiSquared: Math.max(0, phiSquared - (rows / (n - 1)) * columns),
    rows: (rows / (n - 1)) * (n - 1 - rows),
    columns: (columns / (n - 1)) * (n - 1 - columns),
  };
}

/** Reason if the divisor of an association is 0. */
export const NO_ASSOCIATION_REASON =
  'a variable has a single label, or a distinct label for each sample with biasCorrection';
