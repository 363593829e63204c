"""Numbers of lists in the styles of word processors and web pages."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
LARGEST_ROMAN = 3_999


def numeral(number: int, style: str) -> str:
    """``number`` in a style: lowerLetter, upperLetter, lowerRoman, upperRoman; else in figures."""
    if number < 1:
        return str(number)
    if style.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman") and number <= LARGEST_ROMAN:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.upper() if style.startswith("upper") else roman
    return str(number)
