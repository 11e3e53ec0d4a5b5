"""Scores and tests of two labelings: scikit-learn, scipy, and bincount in NumPy."""

import numpy as np
import scipy
import sklearn
from peer import serve
from scipy.stats import random_table
from sklearn.metrics import adjusted_mutual_info_score, mutual_info_score
from tables import mutual_info


def bincount_mutual_info(target, preds, k):
    """Returns the mutual information of labels from 0 to k - 1."""
    return mutual_info(np.bincount(target * k + preds, minlength=k * k).reshape(k, k))


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
