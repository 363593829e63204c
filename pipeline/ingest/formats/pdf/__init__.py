"""PDF: pieces of text by their place on the page, put in reading order."""
