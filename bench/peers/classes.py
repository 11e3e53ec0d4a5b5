"""Scores of predicted classes: scikit-learn, and bincount in NumPy."""

import numpy as np
import sklearn
from peer import serve
from sklearn.metrics import accuracy_score, cohen_kappa_score, f1_score, matthews_corrcoef


def macro_f1_score(target, preds):
    """F1 score averaged over the classes."""
    return f1_score(target, preds, average="macro")


def bincount_macro_f1(target, preds, k):
    """Macro F1 score of labels from 0 to k - 1, all of which occur."""
    table = np.bincount(target * k + preds, minlength=k * k).reshape(k, k)
    return np.mean(2 * np.diag(table) / (table.sum(axis=0) + table.sum(axis=1)))


serve(
    [sklearn],
    {
        "accuracy_score": accuracy_score,
        "f1_score": macro_f1_score,
        "matthews_corrcoef": matthews_corrcoef,
        "cohen_kappa_score": cohen_kappa_score,
        "bincount_macro_f1": bincount_macro_f1,
    },
)
