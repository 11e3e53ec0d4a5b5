"""Mutual information from nearest neighbours: scikit-learn, and scipy's k-d tree."""

import numpy as np
import scipy
import sklearn
from peer import serve
from scipy.spatial import cKDTree
from scipy.special import digamma
from sklearn.feature_selection import mutual_info_regression

K = 3


def regression(features, target):
    """The sum over all features, so that they can be compared."""
    features = features.reshape(len(target), -1)
    return mutual_info_regression(features, target, n_neighbors=K, random_state=0).sum()


def ksg(x, y, d):
    """The first estimator of Kraskov, with counts by the tree."""
    x, y = x.reshape(-1, d), y.reshape(-1, d)
    joint = np.hstack([x, y])
    distances, _ = cKDTree(joint).query(joint, K + 1, p=np.inf)
    radii = np.nextafter(distances[:, -1], 0)

    def counts(points):
        return cKDTree(points).query_ball_point(points, radii, p=np.inf, return_length=True)

    return digamma(K) + digamma(len(x)) - np.mean(digamma(counts(x)) + digamma(counts(y)))


serve([scipy, sklearn], {"regression": regression, "ksg": ksg})
