"""Mutual information of two columns of a CSV file: pandas with scikit-learn, and pandas alone."""

import numpy as np
import pandas
import sklearn
from peer import serve
from sklearn.metrics import mutual_info_score


def scikit_mutual_info(file):
    labels = pandas.read_csv(file)
    return mutual_info_score(labels["target"], labels["preds"])


def groupby_mutual_info(file):
    table = pandas.read_csv(file).groupby(["target", "preds"]).size().unstack(fill_value=0)
    joint = table.to_numpy() / table.to_numpy().sum()
    expected = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0)
    seen = joint > 0
    return np.sum(joint[seen] * np.log(joint[seen] / expected[seen]))


serve(
    [pandas, sklearn],
    {"scikit_mutual_info": scikit_mutual_info, "groupby_mutual_info": groupby_mutual_info},
)
