"""The corpus folder: its files, tables and archives, as entries that hold one document each."""
