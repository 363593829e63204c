"""Two documents side by side: what they promise, and the redline of their whole wording."""
