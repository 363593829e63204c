"""Commitments: cues and the actions they govern, weighed by a judge."""
