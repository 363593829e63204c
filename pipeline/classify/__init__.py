"""Giving sentences and commitments their policy areas."""
