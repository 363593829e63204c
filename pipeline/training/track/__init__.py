"""The recipe of the matcher that follows commitments from document to document."""
