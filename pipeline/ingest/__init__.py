"""The stage ingest: corpus files are found, read, cleaned and described."""
