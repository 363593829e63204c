"""The language model, sentence boundaries, and what the parse says."""
