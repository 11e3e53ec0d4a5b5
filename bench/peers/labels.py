"""Scores of two labelings: scikit-learn, and bincount in NumPy."""

import numpy as np
import sklearn
from peer import serve
from sklearn.metrics import adjusted_mutual_info_score, mutual_info_score


def bincount_mutual_info(target, preds, k):
    """Returns the mutual information of labels from 0 to k - 1."""
    table = np.bincount(target * k + preds, minlength=k * k).reshape(k, k)
    rows, columns = np.nonzero(table)
    joint = table[rows, columns] / len(target)
    target_share = table.sum(axis=1) / len(target)
    preds_share = table.sum(axis=0) / len(target)
    return np.sum(joint * np.log(joint / (target_share[rows] * preds_share[columns])))


serve(
    [sklearn],
    {
        "mutual_info_score": mutual_info_score,
        "adjusted_mutual_info_score": adjusted_mutual_info_score,
        "bincount_mutual_info": bincount_mutual_info,
    },
)
