"""Mutual information of a table of counts."""

import numpy as np


def mutual_info(table):
    """Returns the mutual information of a table of counts."""
    rows, columns = np.nonzero(table)
    n = table.sum()
    expected = table.sum(axis=1)[rows] * (table.sum(axis=0)[columns] / n)
    return np.sum(table[rows, columns] / n * np.log(table[rows, columns] / expected))
