"""Clustering scores computed from samples, by scikit-learn."""

from functools import partial

import sklearn
from peer import serve
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score


def of_rows(score, **options):
    """Returns a score of values that arrive as a flat array."""
    return lambda data, labels: score(data.reshape(len(labels), -1), labels, **options)


def of_lists(score):
    """Returns a score of values in lists of rows, which are created in the first (warm-up) call."""
    made = {}

    def run(data, labels):
        if id(data) not in made:
            made[id(data)] = data.reshape(len(labels), -1).tolist(), labels.tolist()
        return score(*made[id(data)])

    return run


silhouette_by = partial(of_rows, silhouette_score)

serve(
    [sklearn],
    {
        "euclidean_silhouette_score": silhouette_by(metric="euclidean"),
        "cosine_silhouette_score": silhouette_by(metric="cosine"),
        "manhattan_silhouette_score": silhouette_by(metric="manhattan"),
        "chebyshev_silhouette_score": silhouette_by(metric="chebyshev"),
        "calinski_harabasz_score": of_rows(calinski_harabasz_score),
        "davies_bouldin_score": of_rows(davies_bouldin_score),
        "calinski_harabasz_score_of_lists": of_lists(calinski_harabasz_score),
        "davies_bouldin_score_of_lists": of_lists(davies_bouldin_score),
    },
)
