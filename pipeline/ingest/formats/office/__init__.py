"""Word, OpenDocument and RTF: paragraphs with their numbers, tables and notes."""
