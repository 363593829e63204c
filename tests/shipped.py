"""The shipped knowledge, read once for all tests that take it as an argument."""

from pipeline.knowledge import Knowledge

KNOWLEDGE = Knowledge()
