"""Scores and tests of two labelings: scikit-learn, scipy, and bincount in NumPy."""

import numpy as np
import scipy
import sklearn
from peer import serve
from scipy.stats import random_table
from sklearn.metrics import adjusted_mutual_info_score, mutual_info_score


def bincount_mutual_info(target, preds, k):
    """Returns the mutual information of labels from 0 to k - 1."""
    table = np.bincount(target * k + preds, minlength=k * k).reshape(k, k)
    rows, columns = np.nonzero(table)
    joint = table[rows, columns] / len(target)
    target_share = table.sum(axis=1) / len(target)
    preds_share = table.sum(axis=0) / len(target)
    return np.sum(joint * np.log(joint / (target_share[rows] * preds_share[columns])))


def random_tables(target, preds, draws):
    """Returns the number of random tables that were drawn with the same margins."""
    tables = random_table(np.bincount(target), np.bincount(preds), seed=1)
    return len(tables.rvs(draws, method="patefield"))


serve(
    [sklearn, scipy],
    {
        "mutual_info_score": mutual_info_score,
        "adjusted_mutual_info_score": adjusted_mutual_info_score,
        "bincount_mutual_info": bincount_mutual_info,
        "random_tables": random_tables,
    },
)
