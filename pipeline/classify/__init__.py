"""Third stage: the policy areas of sentences and commitments."""

from pipeline.classify.stage import classify

__all__ = ["classify"]
