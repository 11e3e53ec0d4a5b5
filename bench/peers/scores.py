"""Scores of binary classifiers: scikit-learn, and bins in NumPy."""

import numpy as np
import sklearn
from peer import serve
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    hinge_loss,
    log_loss,
    roc_auc_score,
    top_k_accuracy_score,
)


def calibration_error(target, preds, bins):
    """Expected calibration error from searchsorted and bincount, with the bins of sklearn's calibration_curve."""
    places = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], preds)
    scores = np.bincount(places, weights=preds, minlength=bins)
    positives = np.bincount(places, weights=target, minlength=bins)
    return np.abs(scores - positives).sum() / len(preds)


def calibration_curve_error(target, preds, bins):
    """Mean difference of sklearn's calibration_curve, not weighted by bin."""
    share, mean = calibration_curve(target, preds, n_bins=bins)
    return np.abs(share - mean).mean()


def binned_positives(target, preds, thresholds):
    """Counts by class and bin, the update of torchmetrics' binned curves; returns the number above the middle."""
    edges = np.linspace(0, 1, thresholds)
    bins = np.searchsorted(edges, preds, side="right")
    counts = np.bincount(bins * 2 + target, minlength=2 * (thresholds + 1)).reshape(-1, 2)
    return counts[1 + thresholds // 2 :].sum()


def top_k_accuracy(target, preds, classes, k):
    """Top-k accuracy of class scores, row after row."""
    return top_k_accuracy_score(target, preds.reshape(-1, classes), k=k)


serve(
    [sklearn],
    {
        "roc_auc_score": roc_auc_score,
        "average_precision_score": average_precision_score,
        "calibration_error": calibration_error,
        "calibration_curve_error": calibration_curve_error,
        "binned_positives": binned_positives,
        "log_loss": log_loss,
        "brier_score_loss": brier_score_loss,
        "hinge_loss": hinge_loss,
        "top_k_accuracy_score": top_k_accuracy,
    },
)
