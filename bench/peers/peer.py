"""Shared part of all Python peers: reads requests line by line and answers with times."""

import functools
import json
import sys
import time

import numpy as np

DTYPES = {"i32": np.int32, "f32": np.float32, "f64": np.float64}


@functools.cache
def read_input(word):
    """Returns an array read from a file, the name of a CSV file, or a number."""
    if word.endswith(".csv"):
        return word
    dtype = DTYPES.get(word.rpartition(".")[2])
    if dtype is not None:
        return np.fromfile(word, dtype)
    return float(word) if "." in word or "e" in word else int(word)


def serve(packages, runs):
    """Prints the versions, then answers each `run calls input...` with the mean time and the value."""
    versions = [f"{package.__name__} {package.__version__}" for package in [np, *packages]]
    print(", ".join([f"Python {sys.version.split()[0]}", *versions]), flush=True)
    for line in sys.stdin:
        run, calls, *words = line.split()
        inputs = [read_input(word) for word in words]
        function = runs[run]
        start = time.perf_counter()
        for _ in range(int(calls)):
            value = function(*inputs)
        ms = (time.perf_counter() - start) * 1000 / int(calls)
        print(json.dumps({"ms": ms, "value": float(value)}), flush=True)
