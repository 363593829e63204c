"""Training the policy areas: ``python -m pipeline.classify.training``."""
