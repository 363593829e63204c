"""A small typesetter for PDF files: frames, justified lines, broken words, raised marks, notes at the foot."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in points."""

    font: str = "Times-Roman"
    size: float = 10
    leading: float = 12
    first: float = 0
    hanging: float = 0
    after: float = 6
    justified: bool = False
    broken_words: bool = False
    hyphen: str = "-"


@dataclass
class Sheet:
    """Pages with frames (left, bottom, width, height) filled one after the other."""

    width: float
    height: float
    frames: list[tuple[float, float, float, float]]
    head: str = ""
    foot: str = ""
    first_top: float = 0
    """Points by which the frames of the first page begin lower."""
    prepare: Callable[[Canvas], None] = lambda canvas: None
    """What is done to each page before anything is drawn on it."""
    stream: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.stream, pagesize=(self.width, self.height), invariant=True)
        self.number, self.place = 1, 0
        self.notes: list[tuple[str, Style]] = []
        self._open()

    def _open(self) -> None:
        left, bottom, width, height = self.frames[self.place]
        lowered = self.first_top if self.number == 1 else 0
        self.left, self.bottom, self.measure, self.y = left, bottom, width, bottom + height - lowered
        if self.place == 0:
            self.prepare(self.canvas)
            self.canvas.setFont("Helvetica", 8)
            if self.head:
                self.canvas.drawString(left, self.height - 30, self.head)
            if self.foot:
                self.canvas.drawCentredString(self.width / 2, 25, self.foot.format(self.number))

    def next_frame(self) -> None:
        self._set_notes()
        self.place += 1
        if self.place == len(self.frames):
            self.canvas.showPage()
            self.place, self.number = 0, self.number + 1
        self._open()

    def set(self, text: str, style: Style, marker: str = "", note: tuple[int, str] | None = None) -> None:
        """Set a paragraph, with a raised mark at its end where it has a footnote."""
        measure = self.measure - style.hanging
        lines = self._broken(text, style, measure, style.first)
        if note:
            small = Style(style.font, style.size * 0.75, style.leading * 0.8)
            wording = f"{note[0]} {note[1]}"
            needed = len(self._broken(wording, small, self.measure)) * small.leading + 10
            if self.y - needed - style.leading * min(3, len(lines)) < self.bottom:
                self.next_frame()
            self.bottom += needed
            self.notes.append((wording, small))
        for i, line in enumerate(lines):
            if self.y - style.leading < self.bottom:
                self.next_frame()
            self.y -= style.leading
            x = self.left + style.hanging + (style.first if i == 0 else 0)
            if i == 0 and marker:
                self.canvas.setFont(style.font, style.size)
                self.canvas.drawString(self.left, self.y, marker)
            last = i == len(lines) - 1
            width = measure - (style.first if i == 0 else 0)
            self._line(line, x, width, style, style.justified and not last)
            if last and note:
                end = x + stringWidth(line, style.font, style.size)
                self.canvas.setFont(style.font, style.size * 0.6)
                self.canvas.drawString(end, self.y + style.size * 0.35, str(note[0]))
        self.y -= style.after

    def row(self, cells: tuple[str, ...], style: Style) -> None:
        """Set the cells of a table's row side by side."""
        if self.y - style.leading < self.bottom:
            self.next_frame()
        self.y -= style.leading
        for i, cell in enumerate(cells):
            self._line(cell, self.left + i * self.measure / len(cells), self.measure, style, False)

    def picture(self, caption: str, style: Style, height: float = 60) -> None:
        """Set a grey picture with its caption below."""
        lines = self._broken(caption, style, self.measure)
        if self.y - height - len(lines) * style.leading - 20 < self.bottom:
            self.next_frame()
        self.y -= height
        self.canvas.drawImage(ImageReader(grey()), self.left, self.y, self.measure, height)
        for line in lines:
            self.y -= style.leading
            self._line(line, self.left, self.measure, style, False)
        self.y -= 10

    def line(self, text: str, x: float, y: float, font: str, size: float) -> None:
        """Set one line at a place of the page."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def done(self) -> bytes:
        self._set_notes()
        self.canvas.save()
        return self.stream.getvalue()

    def _set_notes(self) -> None:
        y = self.bottom - 14
        for text, style in self.notes:
            for line in self._broken(text, style, self.measure):
                self.canvas.setFont(style.font, style.size)
                self.canvas.drawString(self.left, y, line)
                y -= style.leading
        self.notes = []

    def _line(self, text: str, x: float, width: float, style: Style, justified: bool) -> None:
        words = self.canvas.beginText(x, self.y)
        words.setFont(style.font, style.size)
        spaces = text.count(" ")
        room = width - stringWidth(text, style.font, style.size)
        words.setWordSpace(room / spaces if justified and spaces else 0)
        words.textOut(text)
        self.canvas.drawText(words)

    def _broken(self, text: str, style: Style, measure: float, first: float = 0) -> list[str]:
        lines: list[str] = []
        current = ""
        for word in text.split():
            width = measure - (first if not lines else 0)
            trial = f"{current} {word}".strip()
            if stringWidth(trial, style.font, style.size) <= width:
                current = trial
                continue
            head, tail = self._hyphenated(current, word, style, width) if style.broken_words else ("", word)
            lines.append(f"{current} {head}".strip() if head else current)
            current = tail
        return [*lines, current]

    @staticmethod
    def _hyphenated(current: str, word: str, style: Style, width: float) -> tuple[str, str]:
        """The longest beginning of a long word that fits, broken between a vowel and a consonant."""
        if len(word) < 8 or not word.isalpha():
            return "", word
        for at in range(len(word) - 3, 2, -1):
            if word[at - 1] in VOWELS and word[at] not in VOWELS:
                head = f"{word[:at]}{style.hyphen}"
                if stringWidth(f"{current} {head}", style.font, style.size) <= width:
                    return head, word[at:]
        return "", word


def grey() -> io.BytesIO:
    """A small grey picture."""
    stream = io.BytesIO()
    Image.new("L", (40, 20), 180).save(stream, "PNG")
    stream.seek(0)
    return stream
