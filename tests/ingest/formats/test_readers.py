"""Files that lie, are damaged, or were made to do harm: each gives a reading or one sentence."""

import io
import struct
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import DocumentError
from pipeline.ingest.formats.pdf.limits import MOST_PAGES
from pipeline.ingest.formats.readers import ENDINGS, Reading, read_readers, reader_of
from tests.readers.officelayouts import odt, rtf, styled_docx
from tests.readers.printlayouts import letterhead
from tests.readers.statements import HEALTH
from tests.readers.weblayouts import modern, saved_mhtml
from tests.shipped import KNOWLEDGE

SENTENCE = "The two sides agreed to build a bridge over the Grey Strait by 2035."
SAMPLES = {
    ".html": modern(HEALTH),
    ".mhtml": saved_mhtml(HEALTH),
    ".pdf": letterhead(HEALTH),
    ".docx": styled_docx(HEALTH),
    ".odt": odt(HEALTH),
    ".rtf": rtf(HEALTH),
}


def read(data: bytes, name: str) -> Reading:
    return reader_of("." + name.rpartition(".")[2], name, KNOWLEDGE)(data, name)


def wording(data: bytes, name: str) -> str:
    return "\n".join(line.text for line in read(data, name).lines)


def outcome(data: bytes, name: str) -> str:
    """What a file gives: its lines, or the reason why it is refused; any other error fails the test."""
    try:
        return wording(data, name)
    except DocumentError as error:
        return str(error)


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(DocumentError) as caught:
        read(data, name)
    return str(caught.value)


def page(content: str = f"<p>{SENTENCE}</p>", head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><main>{content}</main></body></html>".encode()


def repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
    return stream.getvalue()


def with_entity(ending: str, declaration: str, entity: str) -> bytes:
    """A sample whose first text uses an entity that its document type declares."""
    part, root, text = {
        ".docx": ("word/document.xml", b"<w:document", b"<w:t>"),
        ".odt": ("content.xml", b"<office:document-content", b"<text:p>"),
    }[ending]
    with zipfile.ZipFile(io.BytesIO(SAMPLES[ending])) as archive:
        xml = archive.read(part)
    start = xml.index(root)
    body = xml[start:].replace(text, text + f"&{entity};".encode())
    return repacked(SAMPLES[ending], {part: xml[:start] + f"<!DOCTYPE x [{declaration}]>".encode() + body})


def drawn(pages: list[str], **options: object) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True, **options)  # type: ignore[arg-type]
    for text in pages:
        if text:
            canvas.drawString(72, 720, text)
        else:
            picture = io.BytesIO()
            Image.new("L", (30, 40), 200).save(picture, "PNG")
            canvas.drawImage(ImageReader(picture), 0, 0, *canvas._pagesize)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("true", SAMPLES)
@pytest.mark.parametrize("stated", [".txt", ".html", ".pdf", ".doc"])
def test_a_file_is_read_as_what_it_is_and_not_as_what_its_name_says(true: str, stated: str) -> None:
    reading = read(SAMPLES[true], f"readout{stated}")
    text = "\n".join(line.text for line in reading.lines)
    assert "Laboratories will share the sequences" in text
    readers = KNOWLEDGE.get(read_readers)
    lies = readers[true] is not readers[stated]
    assert [(c.before, c.after) for c in reading.changes if c.rule == "format"] == ([(stated, true)] if lies else [])


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"just words", "a.pdf", "no PDF"),
        (b"just words", "a.docx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "Word 2003 or older"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "picture"),
        (repacked(SAMPLES[".docx"], {})[:900], "a.docx", "damaged"),
        (b"", "a.html", "no web page|without text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, name: str, reason: str) -> None:
    message = refusal(data, name)
    assert any(part in message for part in reason.split("|"))
    assert "\n" not in message


def test_an_archive_under_another_name_is_told() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", SENTENCE)
    assert "ZIP archive" in refusal(stream.getvalue(), "a.pdf")


def test_a_spreadsheet_is_told_from_a_text() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert "spreadsheet" in refusal(stream.getvalue(), "a.docx")


@pytest.mark.parametrize("nested", ["div", "b", "table><tr><td", "ul><li", "blockquote"])
def test_a_page_nested_a_hundred_thousand_levels_deep_is_refused(nested: str) -> None:
    assert "too deeply" in refusal(page(f"<{nested}>" * 100_000 + SENTENCE), "a.html")


@pytest.mark.parametrize(
    "content",
    [
        f'<p class="{"menu share " * 100_000}">{SENTENCE}</p>',
        "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + f">{SENTENCE}</p>",
        f"<p>{SENTENCE}</p>\0".replace("bridge", "bri\0dge"),
        f"<p>{SENTENCE}</p>" + "<!-- remark -->" * 10_000,
        f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{SENTENCE}</p>",
    ],
    ids=["long class", "many attributes", "null bytes", "comments", "deep JSON-LD"],
)
def test_monstrous_pages_are_read(content: str) -> None:
    assert SENTENCE in wording(page(content), "a.html")


def test_other_news_below_a_statement_stays_out_but_a_section_of_its_own_stays_in() -> None:
    text = f"<h1>Talks</h1><p>{SENTENCE}</p><p>They will meet again in the spring of the next year in Port Alder.</p>"
    topics = "<section><h2>Topics</h2><p>The ministers will speak about ferries, pilots and lighthouses.</p></section>"
    teaser = "<div><a href='/1'>The Minister travels</a><p>The Minister will build a new embassy, he said.</p></div>"
    found = wording(page(f"{text}{topics}<div><h2>Latest news</h2>{teaser * 2}</div>"), "a.html")
    assert "ferries, pilots and lighthouses" in found
    assert "embassy" not in found


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "shift_jis", "zip", "ünknown"])
@pytest.mark.parametrize("true", ["utf-8", "cp1252"])
def test_a_wrongly_declared_charset_does_no_harm(declared: str, true: str) -> None:
    text = f"<html><head><meta charset='{declared}'></head><body><p>The café’s owners agreed.</p></body></html>"
    expected = "The café’s owners agreed."
    if true == "cp1252" and declared == "shift_jis":
        pytest.skip("the bytes are valid in both")
    assert expected in wording(text.encode(true, "replace"), "a.html")


def test_a_mail_with_a_page_inside_a_part_is_read() -> None:
    inner = EmailMessage()
    inner.set_content("plain text")
    inner.add_alternative(page().decode(), subtype="html")
    outer = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="zz"\r\n\r\n--zz\r\n' + bytes(inner)
    assert SENTENCE in wording(outer + b"\r\n--zz--", "a.mht")


def test_a_scan_is_told_and_a_scanned_page_among_others_is_reported() -> None:
    assert "text recognition" in refusal(drawn(["", ""]), "a.pdf")
    reading = read(drawn([SENTENCE, ""]), "a.pdf")
    assert [change.before for change in reading.changes if change.rule == "scanned_page"] == [
        "page 2: a picture without text"
    ]


def test_a_pdf_with_a_password_is_refused() -> None:
    locked = drawn([SENTENCE], encrypt=StandardEncryption("secret", canPrint=0))
    assert "password" in refusal(locked, "a.pdf")


def test_a_pdf_of_very_many_pages_is_refused_before_they_are_read() -> None:
    assert "5,000 pages" in refusal(drawn(["x"] * 5_000), "a.pdf")
    assert MOST_PAGES < 5_000


def test_external_entities_are_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the hidden wording")
    for ending in (".docx", ".odt"):
        evil = with_entity(ending, f'<!ENTITY leak SYSTEM "{secret.as_uri()}">', "leak")
        assert "hidden" not in outcome(evil, f"a{ending}")


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_entities_that_multiply_stay_small(ending: str) -> None:
    entities = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(9))
    assert len(outcome(with_entity(ending, f'<!ENTITY a0 "ha">{entities}', "a9"), f"a{ending}")) < 100_000


@pytest.mark.parametrize(("ending", "part"), [(".docx", "word/document.xml"), (".odt", "content.xml")])
def test_office_bombs_are_refused_before_they_are_parsed(ending: str, part: str) -> None:
    bomb = repacked(SAMPLES[ending], {part: b" " * 60_000_000})
    assert len(bomb) < 200_000
    assert "would unpack to" in refusal(bomb, f"a{ending}")
    lying = bomb.replace(struct.pack("<L", 60_000_000), struct.pack("<L", 1_000))
    assert "damaged" in refusal(lying, f"a{ending}")


def test_numbering_of_levels_and_letters_is_counted() -> None:
    document = docx.Document()
    for text in ("First point.", "Second point."):
        document.add_paragraph(text, "List Number")
    document.add_paragraph("Between.")
    document.add_paragraph("Third point.", "List Number")
    stream = io.BytesIO()
    document.save(stream)
    lines = [line.text for line in read(stream.getvalue(), "a.docx").lines]
    assert lines == ["1. First point.", "2. Second point.", "Between.", "3. Third point."]


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@given(garbage=st.binary(max_size=400))
def test_garbage_gives_a_reading_or_one_error(ending: str, garbage: bytes) -> None:
    assert "\n\n" not in outcome(garbage, f"a{ending}")


@pytest.mark.parametrize("ending", sorted(SAMPLES))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_files_give_a_reading_or_one_error(ending: str, data: st.DataObject) -> None:
    damaged = bytearray(SAMPLES[ending])
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(damaged) - 1))
        damaged[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
        if not damaged:
            break
    assert "\n\n" not in outcome(bytes(damaged), f"a{ending}")
