"""Communiqué: who committed to what, read from diplomatic press text."""
