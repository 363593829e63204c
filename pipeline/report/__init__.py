"""Summaries, charts and the report page."""
