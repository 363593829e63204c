"""The most that is read of a PDF file."""

MOST_PAGES = 1_000
MOST_CHARACTERS = 2_000_000
