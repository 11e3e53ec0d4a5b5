"""Soft mutual information by dense Gaussian kernels: every value times every bin, with autograd."""

import torch
from peer import serve


def kernel_weights(values, bins):
    centres = torch.linspace(0, 1, bins)
    width = 0.5 / (bins - 1)
    return torch.exp(-0.5 * ((values[:, None] - centres) / width) ** 2)


def forward_and_backward(x, y, bins):
    """Returns the mutual information in bits, after computing its gradients."""
    x = torch.tensor(x, requires_grad=True)
    y = torch.tensor(y, requires_grad=True)
    of_x = kernel_weights(x, bins)
    of_y = kernel_weights(y, bins)

    def entropy(weights):
        shares = weights / weights.sum()
        return -(shares * torch.log2(shares + 1e-10)).sum()

    information = entropy(of_x.sum(0)) + entropy(of_y.sum(0)) - entropy(of_x.T @ of_y)
    information.backward()
    return information.item()


serve([torch], {"forward_and_backward": forward_and_backward})
