"""Rebuilding the shipped models; not part of what is installed to run."""
