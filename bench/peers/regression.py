"""Scores of predicted values: scikit-learn and SciPy."""

import scipy
import sklearn
from peer import serve
from scipy.stats import kendalltau, spearmanr
from sklearn.metrics import mean_squared_error, r2_score

serve(
    [sklearn, scipy],
    {
        "r2_score": r2_score,
        "mean_squared_error": mean_squared_error,
        "spearmanr": lambda target, preds: spearmanr(preds, target)[0],
        "kendalltau": lambda target, preds: kendalltau(preds, target)[0],
    },
)
