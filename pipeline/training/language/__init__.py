"""Training the language model from treebanks."""
