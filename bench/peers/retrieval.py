"""Scores of rankings: scikit-learn, and NumPy on whole matrices for distinct scores."""

import numpy as np
import sklearn
from peer import serve
from sklearn.metrics import ndcg_score


def of_rows(score):
    """Returns a score of grades and scores with a query in each row."""
    return lambda target, preds, documents: float(score(target.reshape(-1, documents), preds.reshape(-1, documents)))


def ranked(target, preds):
    """Returns whether the document at each rank is relevant, and how many relevant documents each query has."""
    relevant = np.take_along_axis(target, np.argsort(-preds, axis=1), axis=1) > 0
    return relevant, relevant.sum(axis=1)


def defined(values, count):
    """Returns the mean of values, with 0 for queries without relevant documents."""
    return np.where(count > 0, values / np.maximum(count, 1), 0).mean()


def mean_average_precision(target, preds):
    relevant, count = ranked(target, preds)
    precision = relevant.cumsum(axis=1) / np.arange(1, relevant.shape[1] + 1)
    return defined((precision * relevant).sum(axis=1), count)


def recall_at_10(target, preds):
    relevant, count = ranked(target, preds)
    return defined(relevant[:, :10].sum(axis=1), count)


serve(
    [np, sklearn],
    {
        "ndcg_score": of_rows(ndcg_score),
        "ndcg_score_without_ties": of_rows(lambda target, preds: ndcg_score(target, preds, ignore_ties=True)),
        "mean_average_precision": of_rows(mean_average_precision),
        "recall_at_10": of_rows(recall_at_10),
    },
)
