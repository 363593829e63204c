"""The report page: overview, ledger, marked documents, in one file."""
