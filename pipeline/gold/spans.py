"""Stretches of a text: two offsets that count characters (Unicode code points), end exclusive."""

Span = tuple[int, int]


def overlap(a: Span, b: Span) -> float:
    """Intersection over union of two spans."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def quoted(text: str, span: Span) -> str:
    """The words at a place, shortened, in quotation marks."""
    words = " ".join(text[span[0] : span[1]].split())
    return f'"{words}"' if len(words) <= 60 else f'"{words[:57]}..."'
