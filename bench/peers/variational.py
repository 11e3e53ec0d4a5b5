"""Training of a separable critic with InfoNCE: two networks, Adam, one thread."""

import functools

import torch
from peer import serve

torch.set_num_threads(1)


def network(width):
    return torch.nn.Sequential(
        torch.nn.Linear(width, 256),
        torch.nn.ReLU(),
        torch.nn.Linear(256, 256),
        torch.nn.ReLU(),
        torch.nn.Linear(256, 32),
    )


@functools.cache
def networks(width):
    return network(width), network(width)


def train_separable(x, y, batch, steps):
    """Returns the bound of the last step."""
    x, y = (torch.tensor(values).reshape(batch, -1) for values in (x, y))
    of_x, of_y = networks(x.shape[1])
    optimizer = torch.optim.Adam([*of_x.parameters(), *of_y.parameters()], lr=5e-4)
    for _ in range(steps):
        scores = of_x(x) @ of_y(y).T
        loss = (scores.logsumexp(1) - scores.diagonal()).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        value = loss.item()
    return value


serve([torch], {"train_separable": train_separable})
