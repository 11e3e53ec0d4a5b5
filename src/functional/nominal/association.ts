import { requireWholeCounts } from '../tableArguments.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { associationOptions, type AssociationOptions } from './associationOptions.ts';
import { meanSquareContingency, yatesContingency } from './meanSquareContingency.ts';

/** What Cramér's V and Tschuprow's T are ratios of. */
export interface Association {
  /** φ², corrected as the options ask for. */
  readonly phiSquared: number;
  /** The number of rows less one, corrected likewise. */
  readonly rows: number;
  /** The number of columns less one, corrected likewise. */
  readonly columns: number;
}

/**
 * φ² and the size of a table. Bergsma's correction takes from φ² its mean for independent labels,
 * (r − 1)(k − 1)/(n − 1), and makes of r − 1 rows r − 1 − (r − 1)²/(n − 1) = (r − 1)(n − r)/(n − 1).
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

/** Why {@link association} can leave nothing to divide by. */
export const NO_ASSOCIATION_REASON = 'a labeling has one label only, or under biasCorrection no label twice';
