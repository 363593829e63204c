"""Fetching pages and files that a user asks for by address; the only part that opens a connection."""
