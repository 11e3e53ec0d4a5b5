"""Computes scores of classifiers with scikit-learn, for tests/parity/classes.test.ts.

python3 scripts/goldenClasses.py > tests/parity/golden/classes.json
"""

import json
import random
import warnings

import numpy
import sklearn
from sklearn import metrics

warnings.filterwarnings("ignore")
AVERAGES = ["micro", "macro", "weighted"]


def plain(value):
    """Converts to JSON: null for NaN."""
    if isinstance(value, (list, tuple, numpy.ndarray)):
        return [plain(item) for item in value]
    number = float(value)
    return None if number != number else number


def by_class(score, labels, **sides):
    return dict(zip(map(str, labels), plain(score(average=None, labels=labels, **sides))))


def scores_of(preds, target, weights, labels):
    sides = dict(y_true=target, y_pred=preds, sample_weight=weights)
    per_class = {
        "precision": metrics.precision_score,
        "recall": metrics.recall_score,
        "f1Score": metrics.f1_score,
        "jaccardIndex": metrics.jaccard_score,
    }
    expected = {}
    for name, score in per_class.items():
        expected[name] = {a: plain(score(**sides, labels=labels, average=a)) for a in AVERAGES}
        expected[name]["none"] = by_class(score, labels, **sides)
        if len(labels) == 2:
            expected[name]["binary"] = plain(score(**sides, pos_label=labels[1]))
    expected["fBetaScore"] = {
        a: plain(metrics.fbeta_score(**sides, labels=labels, average=a, beta=2)) for a in AVERAGES
    }
    expected["accuracy"] = {
        "micro": plain(metrics.accuracy_score(**sides)),
        "macro": plain(metrics.balanced_accuracy_score(**sides)),
    }
    expected["zeroOneLoss"] = plain(metrics.zero_one_loss(**sides))
    expected["matthewsCorrCoef"] = plain(metrics.matthews_corrcoef(**sides))
    expected["cohenKappa"] = {
        str(w): plain(
            metrics.cohen_kappa_score(preds, target, labels=labels, weights=w, sample_weight=weights)
        )
        for w in [None, "linear", "quadratic"]
    }
    expected["confusionMatrix"] = {
        str(n): plain(metrics.confusion_matrix(**sides, labels=labels, normalize=n))
        for n in [None, "true", "pred", "all"]
    }
    return expected


def case(seed, n, classes, agree, weighted, kind="number"):
    generator = random.Random(seed)
    names = {"number": list(range(classes)), "string": [f"class {c}" for c in range(classes)]}[kind]
    target = [generator.choice(names) for _ in range(n)]
    preds = [t if generator.random() < agree else generator.choice(names) for t in target]
    weights = [generator.randrange(0, 25) / 8 for _ in range(n)] if weighted else None
    return {"name": f"seed {seed}: {n} samples of {classes} classes, {kind}", "preds": preds, "target": target,
            "sampleWeight": weights, "labels": names}


CASES = [
    case(1, 12, 2, 0.5, False),
    case(2, 40, 2, 0.8, True),
    case(3, 30, 3, 0.3, False),
    case(4, 60, 5, 0.6, True),
    case(5, 25, 4, 0.0, False, "string"),
    case(6, 200, 9, 0.9, True, "string"),
    # Classes that never occur, on one side or on both.
    {"name": "a class without samples", "preds": [0, 1, 2, 1], "target": [0, 1, 1, 1], "sampleWeight": None,
     "labels": [0, 1, 2]},
    {"name": "a class that is never predicted", "preds": [0, 1, 1, 1], "target": [0, 1, 2, 2], "sampleWeight": None,
     "labels": [0, 1, 2]},
    {"name": "a class that never occurs", "preds": [0, 1, 1], "target": [0, 1, 0], "sampleWeight": None,
     "labels": [0, 1, 2]},
    {"name": "one predicted class", "preds": [0, 0, 0], "target": [0, 1, 0], "sampleWeight": None, "labels": [0, 1]},
    {"name": "no positive sample", "preds": [0, 1, 0], "target": [0, 0, 0], "sampleWeight": None, "labels": [0, 1]},
]

for entry in CASES:
    entry["expected"] = scores_of(entry["preds"], entry["target"], entry["sampleWeight"], entry["labels"])
lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in CASES)
print(f'{{"scikitLearn": "{sklearn.__version__}", "cases": [\n{lines}\n]}}')
