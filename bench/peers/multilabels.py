"""Scores of several labels per sample of scikit-learn, from probabilities."""

import sklearn
from peer import serve
from sklearn.metrics import (
    accuracy_score,
    coverage_error,
    f1_score,
    hamming_loss,
    label_ranking_average_precision_score,
    label_ranking_loss,
)


def of_labels(score, **options):
    """Returns a score of predicted labels, with a probability above 0.5."""
    return lambda target, preds, labels: score(
        target.reshape(-1, labels), (preds > 0.5).astype(int).reshape(-1, labels), **options
    )


def of_scores(score):
    """Returns a score of the order of labels."""
    return lambda target, preds, labels: score(target.reshape(-1, labels), preds.reshape(-1, labels))


serve(
    [sklearn],
    {
        "f1_score": of_labels(f1_score, average="macro"),
        "hamming_loss": of_labels(hamming_loss),
        "accuracy_score": of_labels(accuracy_score),
        "label_ranking_average_precision_score": of_scores(label_ranking_average_precision_score),
        "label_ranking_loss": of_scores(label_ranking_loss),
        "coverage_error": of_scores(coverage_error),
    },
)
