"""A process in the place of the one that reads PDF files, which some files end and some hold up."""

import os
import sys
import time

from pipeline.ingest.formats.pdf import child

CRASHING = "tests.ingest.formats.crashing"
"""The name of this module."""
CRASH = b"a file that ends the process"
ENDLESS = b"a file without end"


def messages(data: bytes):  # type: ignore[no-untyped-def]
    """As the real one, but for two files."""
    if data == CRASH:
        os.abort()
    if data == ENDLESS:
        time.sleep(3_600)
    return _whole(data)


_whole = child.messages
if __name__ == "__main__":
    child.messages = messages
    sys.exit(child.main())
