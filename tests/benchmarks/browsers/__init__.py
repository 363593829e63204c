"""The browsers of the system, driven in the same way: Chromium and Firefox."""
