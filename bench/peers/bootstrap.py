"""Mutual information of tables resampled from the counts of one table, in NumPy."""

import numpy as np
from peer import serve


def mutual_info_draws(counts, rows, draws):
    n = int(counts.sum())
    tables = np.random.default_rng(1).multinomial(n, counts / n, size=draws) / n
    tables = tables.reshape(draws, rows, -1)
    expected = tables.sum(axis=2, keepdims=True) * tables.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(tables > 0, tables * np.log(tables / expected), 0)
    return np.std(terms.sum(axis=(1, 2)))


serve([], {"mutual_info_draws": mutual_info_draws})
