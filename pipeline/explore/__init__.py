"""The results in a browser, with search and saved queries: Datasette on a copy of the store."""
