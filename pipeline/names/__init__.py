"""Known names and numbers in plain text, without spaCy: gazetteer, people, head words of names, parties of a text."""
