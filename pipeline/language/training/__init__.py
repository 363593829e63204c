"""The recipe of the shipped language model: data, settings, training, measuring.

``python -m pipeline.language.training --help`` rebuilds the weights; ``python -m pipeline.language.training.evaluate``
measures them.
"""
