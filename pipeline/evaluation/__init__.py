"""Measuring the pipeline against gold documents (GUIDELINES section 0)."""
