"""Mutual information from nearest neighbors: scikit-learn, and SciPy's k-d tree."""

import numpy as np
import scipy
import sklearn
from peer import serve
from scipy.spatial import cKDTree
from scipy.special import digamma
from sklearn.feature_selection import mutual_info_regression

K = 3


def regression(features, target):
    """Returns the sum over all features, for comparison."""
    features = features.reshape(len(target), -1)
    return mutual_info_regression(features, target, n_neighbors=K, random_state=0).sum()


def ksg(x, y, d):
    """Returns the first KSG estimate, with counts by the tree."""
    x, y = x.reshape(-1, d), y.reshape(-1, d)
    joint = np.hstack([x, y])
    distances, _ = cKDTree(joint).query(joint, K + 1, p=np.inf)
    radii = np.nextafter(distances[:, -1], 0)

    def counts(points):
        return cKDTree(points).query_ball_point(points, radii, p=np.inf, return_length=True)

    return digamma(K) + digamma(len(x)) - np.mean(digamma(counts(x)) + digamma(counts(y)))


serve([scipy, sklearn], {"regression": regression, "ksg": ksg})
