"""The process that reads PDF files: what ends it costs one document."""

import subprocess
import sys

import pytest

from pipeline.errors import CommuniqueError, DocumentError
from pipeline.ingest.formats.pdf.document import PdfReader
from pipeline.ingest.formats.pdf.process import ReadingProcess
from tests.ingest.formats.crashing import CRASH, CRASHING, ENDLESS
from tests.ingest.formats.pdfs import drawn, lines
from tests.shipped import KNOWLEDGE

TALKS = drawn(lines(["The two ports will share their pilots by 2031."]))


def test_a_file_that_ends_the_process_is_refused_with_a_sentence_and_the_next_is_read() -> None:
    read = PdfReader(KNOWLEDGE, ReadingProcess(CRASHING))
    with pytest.raises(DocumentError, match=r"^talks\.pdf is damaged so that reading it broke off: .*\.$"):
        read(CRASH, "talks.pdf")
    assert [line.text for line in read(TALKS, "talks.pdf").lines] == ["The two ports will share their pilots by 2031."]


def test_a_file_without_end_is_given_up_and_the_next_is_read() -> None:
    read = PdfReader(KNOWLEDGE, ReadingProcess(CRASHING, page_seconds=1.5))
    with pytest.raises(DocumentError, match=r"^talks\.pdf takes too long to read: .*\.$"):
        read(ENDLESS, "talks.pdf")
    assert read(TALKS, "talks.pdf").lines


def test_the_same_process_reads_one_file_after_the_other_and_ends_with_its_reader() -> None:
    process = ReadingProcess()
    process.messages(TALKS)
    running = process._running
    process.messages(TALKS)
    assert running is not None
    assert process._running is running
    del process
    assert running.process.poll() is not None


def test_where_no_process_starts_the_environment_is_named() -> None:
    with pytest.raises(CommuniqueError, match="make setup"):
        ReadingProcess("tests.ingest.formats.no_such_module").messages(TALKS)


def test_a_text_needs_neither_the_process_nor_the_library() -> None:
    program = (
        "import sys\n"
        "from pipeline.ingest.formats.readers import reader_of\n"
        "from pipeline.knowledge import Knowledge\n"
        "reader_of('.txt', 'a.txt', Knowledge())(b'They will meet.', 'a.txt')\n"
        "print('pypdfium2' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
