"""Cleaning: mends characters, lines, hyphens and markers, takes furniture out, and lists what it did."""
