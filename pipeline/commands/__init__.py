"""The commands: each parses options, calls, and says what was done."""
