"""Adding documents to the corpus, and listing what is there."""
