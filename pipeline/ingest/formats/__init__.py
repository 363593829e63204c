"""Readers of documents that are not plain text: web pages, PDF, Word, OpenDocument, RTF."""
