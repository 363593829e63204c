"""Word, OpenDocument and rich text files as embassies and press offices send them round."""

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from tests.readers.statements import Part, Statement

_NUMBERED = {"bullet": "List Bullet", "numbered": "List Number"}


def styled_docx(s: Statement) -> bytes:
    """Styles for everything: title, headings, lists; the issuer in the header; core properties filled in."""
    document = docx.Document()
    document.core_properties.title = s.title
    document.core_properties.author = s.issuer
    document.sections[0].header.paragraphs[0].text = s.issuer
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading(s.title, 0)
    document.add_paragraph(s.dateline)
    _fill(document, s, lambda text: document.add_heading(text, 1))
    return _saved(document)


def plain_docx(s: Statement) -> bytes:
    """No styles: bold lines for headings, everything Normal, the template's title in the properties."""
    document = docx.Document()
    document.core_properties.title = "Microsoft Word - TEMPLATE_press_2019.doc"
    document.core_properties.author = "pc-user-17"
    title = document.add_paragraph()
    title.add_run(s.title.upper()).bold = True
    document.add_paragraph(s.dateline)

    def bold(text: str) -> None:
        run = document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(12)

    _fill(document, s, bold)
    return _saved(document)


def tracked_docx(s: Statement) -> bytes:
    """Text in content controls, with insertions and deletions that were never accepted."""
    document = docx.Document()
    document.add_heading(s.title, 0)
    document.add_paragraph(s.dateline)
    _fill(document, s, lambda text: document.add_heading(text, 2))
    for paragraph in list(document.paragraphs)[2:]:
        if paragraph.style is None or paragraph.style.name != "Normal":
            continue
        _track(paragraph)
    return _saved(document)


def _fill(document: Document, s: Statement, heading: Callable[[str], object]) -> None:
    rows: list[Part] = []
    marks: list[tuple[Paragraph, int]] = []
    for part in (*s.parts, None):
        if rows and (part is None or part.kind != "row"):
            table = document.add_table(rows=0, cols=len(rows[0].sentences))
            for row in rows:
                for cell, text in zip(table.add_row().cells, row.sentences, strict=True):
                    cell.text = text
            rows = []
        if part is None:
            continue
        text = " ".join(part.sentences)
        if part.kind == "row":
            rows.append(part)
        elif part.kind == "heading":
            heading(text)
        else:
            paragraph = document.add_paragraph(text, _NUMBERED.get(part.kind))
            if part.note:
                marks.append((paragraph, part.note))
    for paragraph, number in marks:
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        paragraph.add_run()._r.append(reference)
    if s.notes:
        _add_footnotes(document, s.notes)


def _add_footnotes(document: Document, notes: tuple[str, ...]) -> None:
    body = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(note)}</w:t>'
        "</w:r></w:p></w:footnote>"
        for i, note in enumerate(notes, 1)
    )
    blob = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>{body}</w:footnotes>'
    )
    part = PackagePart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _track(paragraph: Paragraph) -> None:
    """Put the first half of a paragraph's words in an insertion, with a deletion before it."""
    run = paragraph.runs[0]
    words = run.text.split(" ")
    half = len(words) // 2
    run.text = " " + " ".join(words[half:]) if half else " ".join(words)
    deleted = parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>Draft wording. </w:delText></w:r></w:del>")
    run._r.addprevious(deleted)
    if half:
        text = escape(" ".join(words[:half]))
        run._r.addprevious(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:ins>"))
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    paragraph._p.addprevious(control)
    control[1].append(paragraph._p)


def _saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


_ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(s: Statement) -> bytes:
    """An OpenDocument text with lists of two styles, a table, footnotes, a tracked deletion and properties."""
    out: list[str] = []
    opened = ""
    for part in s.parts:
        kind = part.kind if part.kind in ("bullet", "numbered", "row") else ""
        if opened != kind:
            out.append({"bullet": "</text:list>", "numbered": "</text:list>", "row": "</table:table>"}.get(opened, ""))
            style = "L1" if kind == "bullet" else "L2"
            out.append("<table:table>" if kind == "row" else f'<text:list text:style-name="{style}">' if kind else "")
            opened = kind
        out.append(_odt_part(part, s))
    out.append({"bullet": "</text:list>", "numbered": "</text:list>", "row": "</table:table>"}.get(opened, ""))
    content = f"""<?xml version="1.0"?><office:document-content {_ODT}><office:automatic-styles>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-suffix="."/></text:list-style></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>Draft.</text:p></text:deletion>
</text:changed-region></text:tracked-changes><text:h text:outline-level="1">{escape(s.title)}</text:h>
<text:p>{escape(s.dateline)}</text:p>{"".join(out)}</office:text></office:body></office:document-content>"""
    meta = f"""<?xml version="1.0"?><office:document-meta {_ODT}><office:meta><dc:title>{escape(s.title)}</dc:title>
<meta:creation-date>{s.day}T12:00:00</meta:creation-date></office:meta></office:document-meta>"""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("meta.xml", meta)
    return stream.getvalue()


def _odt_part(part: Part, s: Statement) -> str:
    if part.kind == "row":
        cells = "".join(f"<table:table-cell><text:p>{escape(c)}</text:p></table:table-cell>" for c in part.sentences)
        return f"<table:table-row>{cells}</table:table-row>"
    text = "<text:s/>".join(escape(sentence) for sentence in part.sentences)
    if part.note:
        text += (
            f"<text:note><text:note-citation>{part.note}</text:note-citation><text:note-body><text:p>"
            f"{escape(s.notes[part.note - 1])}</text:p></text:note-body></text:note>"
        )
    if part.kind in ("bullet", "numbered"):
        return f"<text:list-item><text:p>{text}</text:p></text:list-item>"
    return f"<text:h>{text}</text:h>" if part.kind == "heading" else f"<text:p>{text}</text:p>"


def rtf(s: Statement) -> bytes:
    """Rich text with fonts, properties, list texts, a table and footnotes."""
    out = [r"{\pard\qc\b\fs28 " + _rtf(s.title) + r"\par}", r"{\pard " + _rtf(s.dateline) + r"\par}"]
    number = 0
    for part in s.parts:
        text = " ".join(map(_rtf, part.sentences))
        if part.note:
            text += r"{\super\chftn{\footnote\pard\plain{\super\chftn} " + _rtf(s.notes[part.note - 1]) + "}}"
        number += part.kind == "numbered"
        marker = rf"{{\listtext\f1 {number}.\tab}}" if part.kind == "numbered" else ""
        marker = r"{\listtext\f1 \u8226?\tab}" if part.kind == "bullet" else marker
        if part.kind == "row":
            cells = "".join(rf"\pard\intbl {_rtf(cell)}\cell" for cell in part.sentences)
            out.append(rf"\trowd\cellx3000\cellx6000\cellx9000 {cells}\row")
        else:
            out.append(rf"{{\pard\sa120{chr(92) + 'b' if part.kind == 'heading' else ''} {marker}{text}\par}}")
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset0 Arial;}}"
    info = rf"{{\info{{\title {_rtf(s.title)}}}{{\author press}}{{\creatim\yr2031\mo5\dy14}}}}"
    return (head + info + "\n".join(out) + "}").encode("ascii")


def _rtf(text: str) -> str:
    return "".join(char if ord(char) < 128 else rf"\u{ord(char)}?" for char in text)


OFFICE_LAYOUTS: dict[str, tuple[str, Callable[[Statement], bytes]]] = {
    "styled-docx": (".docx", styled_docx),
    "plain-docx": (".docx", plain_docx),
    "tracked-docx": (".docx", tracked_docx),
    "odt": (".odt", odt),
    "rtf": (".rtf", rtf),
}
