"""Mutual information of labels of other types than 32-bit integers."""

import numpy as np
from peer import serve


def mutual_info(table):
    """Returns the mutual information of a table of counts."""
    rows, columns = np.nonzero(table)
    n = table.sum()
    expected = table.sum(axis=1)[rows] * (table.sum(axis=0)[columns] / n)
    return np.sum(table[rows, columns] / n * np.log(table[rows, columns] / expected))


def codes_mutual_info(target, preds):
    """Returns the mutual information of integers from 0."""
    rows, columns = target.max() + 1, preds.max() + 1
    return mutual_info(np.bincount(target * columns + preds, minlength=rows * columns).reshape(rows, columns))


def bincount_mutual_info(target, preds):
    """Returns the mutual information of integers from 0 as floats."""
    return codes_mutual_info(target.astype(np.int64), preds.astype(np.int64))


serve([], {"bincount_mutual_info": bincount_mutual_info})
