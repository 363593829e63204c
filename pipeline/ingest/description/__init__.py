"""What is known about a document: given metadata, properties of its file, and what its text says."""
