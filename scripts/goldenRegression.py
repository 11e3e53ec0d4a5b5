"""Computes scores of predicted values with scikit-learn, SciPy and fractions, for tests/parity/regression.test.ts.

python3 scripts/goldenRegression.py > tests/parity/golden/regression.json
"""

import json
import random
import warnings
from fractions import Fraction

import numpy
import scipy
import sklearn
from scipy import stats
from scipy.spatial import distance
from sklearn import metrics
from sklearn.metrics.pairwise import paired_cosine_distances

warnings.filterwarnings("ignore")
MODES = {"uniformAverage": "uniform_average", "rawValues": "raw_values", "varianceWeighted": "variance_weighted"}


def plain(value):
    """Converts to JSON."""
    return [plain(item) for item in value] if isinstance(value, (list, numpy.ndarray)) else float(value)


def row(score, value, **options):
    return {"score": score, "options": options, "value": plain(value)}


def of_outputs(target, preds, weights):
    """Scores of scikit-learn for each mode of several outputs."""
    sides = dict(y_true=target, y_pred=preds, sample_weight=weights)
    rows = []
    for ours, theirs in MODES.items():
        named = dict(sides, multioutput=theirs)
        for score in ["r2Score", "explainedVariance"]:
            name = {"r2Score": "r2_score", "explainedVariance": "explained_variance_score"}[score]
            rows.append(row(score, getattr(metrics, name)(**named), multioutput=ours))
        if ours == "varianceWeighted":
            continue
        rows.append(row("meanSquaredError", metrics.mean_squared_error(**named), multioutput=ours))
        # The root of each output, also in versions of scikit-learn that take the root of the mean.
        roots = numpy.sqrt(metrics.mean_squared_error(**dict(sides, multioutput="raw_values")))
        rows.append(row("meanSquaredError", roots if ours == "rawValues" else roots.mean(), multioutput=ours, squared=False))
        rows.append(row("meanAbsoluteError", metrics.mean_absolute_error(**named), multioutput=ours))
        mape = metrics.mean_absolute_percentage_error(**named)
        rows.append(row("meanAbsolutePercentageError", mape, multioutput=ours))
        for alpha in [0.5, 0.9]:
            pinball = metrics.mean_pinball_loss(**named, alpha=alpha)
            rows.append(row("pinballLoss", pinball, multioutput=ours, alpha=alpha))
    return rows


def of_one_output(target, preds, weights):
    """Scores that scikit-learn and SciPy define for one output."""
    rows = []
    for power in [-1, 0, 1, 1.5, 2, 3]:
        deviance = metrics.mean_tweedie_deviance(target, preds, sample_weight=weights, power=power)
        rows.append(row("tweedieDeviance", deviance, power=power))
    rows.append(row("meanSquaredLogError", metrics.mean_squared_log_error(target, preds, sample_weight=weights)))
    for p in [1, 2, 3.5]:
        rows.append(row("minkowskiDistance", distance.minkowski(preds, target, p, weights), p=p))
    log_cosh = numpy.log(numpy.cosh(numpy.array(preds) - target))
    rows.append(row("logCoshError", numpy.average(log_cosh, weights=weights)))
    return rows


def of_ranks(target, preds):
    rows = [
        row("pearsonCorrCoef", stats.pearsonr(preds, target)[0]),
        row("spearmanCorrCoef", stats.spearmanr(preds, target)[0]),
        row("kendallRankCorrCoef", stats.kendalltau(preds, target)[0]),
        row("kendallRankCorrCoef", stats.kendalltau(preds, target, variant="c")[0], variant="c"),
    ]
    return rows + [
        {"score": "kendallTest", "options": options, "value": [float(tau), float(p)]}
        for options, (tau, p) in [
            ({}, stats.kendalltau(preds, target)),
            ({"method": "asymptotic"}, stats.kendalltau(preds, target, method="asymptotic")),
        ]
    ]


def of_rows(target, preds, weights):
    p, q = numpy.array(preds), numpy.array(target)
    cosines = 1 - paired_cosine_distances(p, q)
    shannon = [distance.jensenshannon(a, b, base=2) ** 2 for a, b in zip(p, q)]
    mean = lambda values: numpy.average(values, weights=weights)
    return [
        row("klDivergence", mean([stats.entropy(a, b) for a, b in zip(p, q)])),
        row("klDivergence", mean([stats.entropy(a, b, base=2) for a, b in zip(p, q)]), base=2),
        row("jensenShannonDivergence", mean(shannon), base=2),
        row("cosineSimilarity", mean(cosines)),
    ]


def of_ensembles(target, preds, weights):
    ensembles = numpy.array(preds)
    errors = numpy.abs(ensembles - numpy.array(target)[:, None]).mean(axis=1)
    spread = numpy.abs(ensembles[:, :, None] - ensembles[:, None, :]).mean(axis=(1, 2))
    return [row("crps", numpy.average(errors - spread / 2, weights=weights))]


def exact(target, preds):
    """Second-moment scores by exact arithmetic, for values that floating-point sums round."""
    y, x = [Fraction(v) for v in target], [Fraction(v) for v in preds]
    errors = [a - b for a, b in zip(x, y)]
    deviations = lambda v: [item - sum(v) / len(v) for item in v]
    squares = lambda v: sum(item * item for item in v)
    of_x, of_y = deviations(x), deviations(y)
    product = sum(a * b for a, b in zip(of_x, of_y))
    offset = len(y) * (sum(errors) / len(y)) ** 2
    pearson = float(product / squares(of_y)) / float(squares(of_x) / squares(of_y)) ** 0.5
    return [
        row("r2Score", 1 - squares(errors) / squares(of_y)),
        row("explainedVariance", 1 - squares(deviations(errors)) / squares(of_y)),
        row("relativeSquaredError", squares(errors) / squares(of_y)),
        row("pearsonCorrCoef", pearson),
        row("concordanceCorrCoef", 2 * product / (squares(of_x) + squares(of_y) + offset)),
    ]


def values(generator, n, spread=1.0, offset=0.0):
    return [offset + spread * generator.gauss(0, 1) for _ in range(n)]


def case(name, preds, target, weights, expected):
    return {"name": name, "preds": preds, "target": target, "sampleWeight": weights, "expected": expected}


def cases():
    g = random.Random(1)
    n = 40
    target = values(g, n)
    preds = [t + 0.5 * g.gauss(0, 1) for t in target]
    yield case("one output", preds, target, None, of_outputs(target, preds, None) + of_ranks(target, preds))
    weights = [g.randrange(0, 4) / 2 for _ in range(n)]
    yield case("weighted", preds, target, weights, of_outputs(target, preds, weights))
    targets = [[t, 100 * g.random() + 1, 7 - t] for t in target]
    outputs = [[v + 0.3 * g.gauss(0, 1) for v in values] for values in targets]
    yield case("three outputs", outputs, targets, None, of_outputs(targets, outputs, None))
    yield case("three weighted outputs", outputs, targets, weights, of_outputs(targets, outputs, weights))
    positive = [g.expovariate(1) + 0.01 for _ in range(n)]
    means = [v * (0.5 + g.random()) for v in positive]
    yield case("positive values", means, positive, None, of_one_output(positive, means, None))
    yield case("weighted positive values", means, positive, weights, of_one_output(positive, means, weights))
    few = [g.randrange(5) for _ in range(n)]
    tied = [t + g.randrange(3) for t in few]
    yield case("ties", tied, few, None, of_ranks(few, tied))
    many = list(range(100))
    moved = [v + g.randrange(60) + v / 1000 for v in many]
    yield case("many samples without ties", moved, many, None, of_ranks(many, moved))
    yield case("reversed order", [-v for v in many], many, None, of_ranks(many, [-v for v in many]))
    short = values(g, 9)
    yield case("few samples", short, target[:9], None, of_ranks(target[:9], short))
    rows = [[g.random() + 0.01 for _ in range(4)] for _ in range(n)]
    others = [[g.random() + 0.01 for _ in range(4)] for _ in range(n)]
    yield case("rows", rows, others, None, of_rows(others, rows, None))
    yield case("weighted rows", rows, others, weights, of_rows(others, rows, weights))
    ensembles = [values(g, 7, 1, t) for t in target]
    yield case("ensembles", ensembles, target, weights, of_ensembles(target, ensembles, weights))
    for offset, spread in [(1e8, 1), (-1e8, 1), (1e15, 64), (0, 1)]:
        far = values(g, n, spread, offset)
        near = [t + 0.001 * spread * g.gauss(1, 1) for t in far]
        yield case(f"spread {spread} near {offset:g}", near, far, None, exact(far, near))


versions = f"scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, NumPy {numpy.__version__}"
print(json.dumps({"versions": versions, "cases": list(cases())}))
