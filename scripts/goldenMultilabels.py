"""Computes scores of samples with several labels with scikit-learn, for tests/parity/multilabels.test.ts.

python3 scripts/goldenMultilabels.py > tests/parity/golden/multilabels.json
"""

import json
import random
import warnings

import numpy
import sklearn
from sklearn import metrics

warnings.filterwarnings("ignore")
PER_LABEL = {
    "multilabelPrecision": metrics.precision_score,
    "multilabelRecall": metrics.recall_score,
    "multilabelF1Score": metrics.f1_score,
    "multilabelJaccardIndex": metrics.jaccard_score,
}
# Multiples of 1/8, so that there are ties.
EIGHTHS = 8


def plain(value):
    """Converts to JSON."""
    return [plain(item) for item in value] if isinstance(value, (list, numpy.ndarray)) else float(value)


def averaged(score, sides):
    values = {a: plain(score(**sides, average=a)) for a in ["micro", "macro", "weighted"]}
    values["none"] = {str(j): value for j, value in enumerate(plain(score(**sides, average=None)))}
    return values


def scores_of(scores, target, weights):
    scores, target = numpy.array(scores), numpy.array(target)
    sides = dict(y_true=target, y_pred=(scores > 0.5).astype(int), sample_weight=weights)
    ranking = (target, scores)
    expected = {name: averaged(score, sides) for name, score in PER_LABEL.items()}
    expected["multilabelFBetaScore"] = averaged(lambda **o: metrics.fbeta_score(**o, beta=2), sides)
    expected["hammingDistance"] = plain(metrics.hamming_loss(**sides))
    expected["exactMatch"] = plain(metrics.accuracy_score(**sides))
    # Each 2 x 2 matrix is [[tn, fp], [fn, tp]].
    expected["confusion"] = metrics.multilabel_confusion_matrix(**sides).tolist()
    expected["coverageError"] = plain(metrics.coverage_error(*ranking, sample_weight=weights))
    expected["labelRankingLoss"] = plain(metrics.label_ranking_loss(*ranking, sample_weight=weights))
    expected["labelRankingAveragePrecision"] = plain(
        metrics.label_ranking_average_precision_score(*ranking, sample_weight=weights)
    )
    return expected


def case(seed, n, labels, frequent, agree, weighted):
    generator = random.Random(seed)
    target = [[int(generator.random() < frequent) for _ in range(labels)] for _ in range(n)]

    def score_of(truth):
        high = truth if generator.random() < agree else generator.randrange(2)
        return (generator.randrange(5, 9) if high else generator.randrange(0, 5)) / EIGHTHS

    scores = [[score_of(truth) for truth in row] for row in target]
    weights = [generator.randrange(0, 25) / EIGHTHS for _ in range(n)] if weighted else None
    name = f"seed {seed}: {n} samples of {labels} labels{', weighted' if weighted else ''}"
    return {"name": name, "preds": scores, "target": target, "sampleWeight": weights}


CASES = [
    case(1, 8, 2, 0.5, 0.5, False),
    case(2, 30, 3, 0.3, 0.8, True),
    case(3, 50, 6, 0.1, 0.6, False),
    case(4, 20, 15, 0.2, 0.9, True),
    # Samples with all labels, and labels of no sample.
    case(5, 12, 4, 0.9, 0.3, True),
    case(6, 5, 8, 0.05, 0.0, False),
    {"name": "no label at all", "preds": [[0.25, 0.75], [0.5, 0.5]], "target": [[0, 0], [0, 0]], "sampleWeight": None},
    {"name": "every label", "preds": [[0.25, 0.75], [1, 0.5]], "target": [[1, 1], [1, 1]], "sampleWeight": None},
]

for entry in CASES:
    entry["expected"] = scores_of(entry["preds"], entry["target"], entry["sampleWeight"])
lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in CASES)
print(f'{{"scikitLearn": "{sklearn.__version__}", "cases": [\n{lines}\n]}}')
