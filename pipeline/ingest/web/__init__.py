"""Documents from the web, fetched on request only: no other part of the program opens a connection."""
