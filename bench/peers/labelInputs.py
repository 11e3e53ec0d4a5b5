"""Mutual information of labels of other types than 32-bit integers."""

import numpy as np
import pandas as pd
from peer import serve
from tables import mutual_info


def codes_mutual_info(target, preds):
    """Returns the mutual information of integers from 0."""
    rows, columns = target.max() + 1, preds.max() + 1
    return mutual_info(np.bincount(target * columns + preds, minlength=rows * columns).reshape(rows, columns))


def bincount_mutual_info(target, preds):
    """Returns the mutual information of integers from 0 as floats."""
    return codes_mutual_info(target.astype(np.int64), preds.astype(np.int64))


strings = {}


def strings_of(labels):
    """Returns the strings of integers, made once for each array."""
    if id(labels) not in strings:
        strings[id(labels)] = np.array([f"label {label}" for label in labels], dtype=object)
    return strings[id(labels)]


def factorize_mutual_info(target, preds):
    """Returns the mutual information of strings."""
    return codes_mutual_info(pd.factorize(strings_of(target))[0], pd.factorize(strings_of(preds))[0])


def unique_mutual_info(target, preds):
    """Returns the mutual information of any numbers."""
    _, rows, row_sizes = np.unique(target, return_inverse=True, return_counts=True)
    _, columns, column_sizes = np.unique(preds, return_inverse=True, return_counts=True)
    pairs, counts = np.unique(rows * len(column_sizes) + columns, return_counts=True)
    n = len(target)
    expected = row_sizes[pairs // len(column_sizes)] * (column_sizes[pairs % len(column_sizes)] / n)
    return np.sum(counts / n * np.log(counts / expected))


serve(
    [pd],
    {
        "bincount_mutual_info": bincount_mutual_info,
        "factorize_mutual_info": factorize_mutual_info,
        "unique_mutual_info": unique_mutual_info,
    },
)
