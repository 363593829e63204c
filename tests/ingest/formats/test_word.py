"""Word files of other programs: other part names, the Strict form, formulas, symbol fonts, hidden text."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from pipeline.errors import DocumentError
from pipeline.ingest.formats.readers import reader_of
from pipeline.ingest.reading import Reading
from tests.readers.officelayouts import styled_docx
from tests.readers.statements import HEALTH
from tests.shipped import KNOWLEDGE

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PARTS = ("wordprocessingml", "officeDocument", "drawingml", "schemaLibrary")


def read(data: bytes) -> Reading:
    return reader_of(".docx", "a.docx", KNOWLEDGE)(data, "a.docx")


def changed(data: bytes, *pairs: tuple[bytes, bytes], renamed: tuple[str, str] = ("", "")) -> bytes:
    """A package with strings replaced in its XML, and a part renamed with its list of relations."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename.endswith((".xml", ".rels")):
                for before, after in pairs:
                    content = content.replace(before, after)
            new.writestr(info.filename.replace(*renamed) if renamed[0] else info.filename, content)
    return stream.getvalue()


def strict(data: bytes) -> bytes:
    pairs = [
        (f"http://schemas.openxmlformats.org/{part}/2006/".encode(), f"http://purl.oclc.org/ooxml/{part}/".encode())
        for part in PARTS
    ]
    return changed(data, *pairs, (b"extended-properties", b"extendedProperties"))


SAMPLE = styled_docx(HEALTH)
OTHERS = {
    "document2.xml": changed(
        SAMPLE, (b"word/document.xml", b"word/document2.xml"), renamed=("document.xml", "document2.xml")
    ),
    "strict": strict(SAMPLE),
    "template": changed(SAMPLE, (MAIN.encode(), MAIN.replace("document.main", "template.main").encode())),
    "macros": changed(SAMPLE, (MAIN.encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml")),
}


@pytest.mark.parametrize("form", sorted(OTHERS))
def test_every_form_of_a_word_file_gives_the_same_lines(form: str) -> None:
    one, other = read(SAMPLE), read(OTHERS[form])
    assert [line.text for line in other.lines] == [line.text for line in one.lines]
    assert other.properties.titles == one.properties.titles


def line_of(*runs: str) -> tuple[str, list[str]]:
    """The only line of a document with these runs, and the wording that was left out as hidden."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph._p.append(parse_xml(run.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1)))
    stream = io.BytesIO()
    document.save(stream)
    reading = read(stream.getvalue())
    (line,) = reading.lines
    return line.text, [change.before for change in reading.changes if change.rule == "hidden"]


def text(wording: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{wording}</w:t></w:r>'


def math(inner: str) -> str:
    return f"<m:oMath {MATH} {nsdecls('w')}>{inner}</m:oMath>"


def token(wording: str) -> str:
    return f"<m:r><m:t>{wording}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inner", "wording"),
    [
        (f"<m:sSub><m:e>{token('CO')}</m:e><m:sub>{token('2')}</m:sub></m:sSub>", "CO₂"),
        (f"<m:sSup><m:e>{token('km')}</m:e><m:sup>{token('2')}</m:sup></m:sSup>", "km²"),
        (f"<m:f><m:num>{token('2')}</m:num><m:den>{token('3')}</m:den></m:f>", "2/3"),
        (f"<m:rad><m:deg/><m:e>{token('a+b')}</m:e></m:rad>", "√(a+b)"),
        (token("20 %"), "20 %"),
    ],
)
def test_a_formula_is_text(inner: str, wording: str) -> None:
    line, _ = line_of(text("Norway will cut "), math(inner), text(" by 2030."))
    assert line == f"Norway will cut {wording} by 2030."


@pytest.mark.parametrize(
    ("font", "code", "character"),
    [
        *(("Symbol", "F0B0", "°"), ("Symbol", "F061", "α"), ("Wingdings", "F0E0", "→")),
        *(("Webdings", "F033", " "), ("Arial", "20AC", "€")),
    ],
)
def test_a_sign_of_a_symbol_font_is_text_and_glues_no_words(font: str, code: str, character: str) -> None:
    sign = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert line_of(text("warmer by 2"), sign, text("than before"))[0] == f"warmer by 2{character}than before"


def test_hidden_text_is_left_out_and_listed() -> None:
    hidden = text("DRAFT: Chile will train forty pilots. ", "<w:rPr><w:vanish/></w:rPr>")
    shown = text("Norway will open a port.", '<w:rPr><w:vanish w:val="0"/></w:rPr>')
    assert line_of(hidden, shown) == ("Norway will open a port.", ["DRAFT: Chile will train forty pilots. "])


def test_hidden_character_styles_hide() -> None:
    document = docx.Document()
    style = parse_xml(
        f'<w:style {nsdecls("w")} w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    document.styles.element.append(style)
    run = document.add_paragraph("Norway will open a port.").add_run(" For our eyes only.")
    run._r.get_or_add_rPr().append(parse_xml(f'<w:rStyle {nsdecls("w")} w:val="Quiet"/>'))
    assert run._r.find(qn("w:rPr")) is not None
    stream = io.BytesIO()
    document.save(stream)
    assert [line.text for line in read(stream.getvalue()).lines] == ["Norway will open a port."]


def test_the_message_names_only_what_is_read() -> None:
    with pytest.raises(DocumentError) as refusal:
        reader_of(".pptx", "a.pptx", KNOWLEDGE)
    named = str(refusal.value)
    assert ".doc," not in named
    assert all(ending in named for ending in (".docx", ".jsonl", ".csv", ".zip"))
