"""The ledger for people: ``ledger.csv`` and ``ledger.xlsx``, with names and dates instead of codes and places."""
