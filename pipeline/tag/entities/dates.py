"""Dates and periods in running text, absolute and relative (OntoNotes DATE; GUIDELINES sections 1 and 5).

The grammar is built up from small named parts. What is no date is as important: the modal "may", "march" as a verb,
bare numbers, hours of the day.
"""

import re

from pipeline.names.calendar import CLEAR_MONTH, DAY, MONTH, SEASON, UNIT, UNITS, WEEKDAY, YEAR
from pipeline.names.numbers import NUMBER, ORDINAL, VAGUE

_TO = r"\s?(?:-|–|—|to|until|and|&)\s?"
_SPANS = rf"(?:{UNITS}(?:\sand\s{UNITS})?)"
_COUNT = rf"(?:{NUMBER}|{VAGUE})"
_WHICH = r"(?:next|last|past|coming|previous|following|first|final|recent|current|same|upcoming|preceding|ensuing)"
_PART = (
    r"(?:(?:[Tt]he\s)?(?:beginning|start|middle|end|close|first\shalf|second\shalf|first\squarter|second\squarter|third\squarter"
    r"|fourth\squarter|last\squarter|turn)\sof\s(?:the\s)?)"
)
_EARLY = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:\sin)?[\s-])"

_FULL = rf"""
    {WEEKDAY},?\s(?:the\s)?{DAY}(?:\sof)?\s{MONTH}(?:,?\s{YEAR})?\b
  | {WEEKDAY},?\s{MONTH}\s{DAY}(?:,?\s{YEAR})?\b
  | {DAY}(?:{_TO}{DAY})?\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?\b
  | {DAY}\s{MONTH}{_TO}{DAY}\s{MONTH}(?:,?\s{YEAR})?\b
  | {MONTH}\s{DAY}{_TO}{MONTH}\s{DAY}\b(?:,?\s{YEAR})?\b
  | {MONTH}\s{DAY}\b(?:{_TO}{DAY}\b)?(?:,\s?{YEAR}\b)?(?!\s(?:percent|per\scent|countries|members))
  | {_PART}?{_EARLY}?{MONTH}(?:{_TO}{MONTH})?,?\s(?:of\s)?{YEAR}\b
  | {DAY}-{MONTH}-{YEAR}\b
  | (?:the\s)?{ORDINAL}\s(?:day\s)?of\s{MONTH}(?:,?\s{YEAR})?\b
  | [QH][1-4]\s(?:of\s)?{YEAR}\b
  | {YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])\b
  | (?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:{YEAR}|\d\d)\b
"""
_MONTHS = rf"""
    {_PART}?{_EARLY}?(?:(?:[Tt]his|[Nn]ext|[Ll]ast)\s)?(?:{CLEAR_MONTH})\b
  | (?<=\b[Ii]n\s)(?:March|May)\b
  | (?<=\b[Bb]y\s)(?:March|May)\b
  | (?<=\b[Ss]ince\s)(?:March|May)\b
  | (?<=\b[Uu]ntil\s)(?:March|May)\b
  | (?:{_PART}|{_EARLY}|(?:[Tt]his|[Nn]ext|[Ll]ast)\s)(?:March|May)\b
  | (?<!\w\s){WEEKDAY}s?\b(?=,)|{WEEKDAY}\b
"""
_YEARS = rf"""
    {_PART}?{_EARLY}?(?:the\s)?{YEAR}s\b
  | (?:(?:the\s)?(?:mid|early|late)-)?\d0s\b
  | (?:the\s)?(?:[Ff]iscal|[Ff]inancial|[Cc]alendar|[Aa]cademic)\s[Yy]ears?\s{YEAR}(?:[-–/]\d{{2,4}})?\b
  | \bFY\s?(?:{YEAR}|\d\d)(?:[-–/]\d{{2,4}})?\b
  | {_PART}?{_EARLY}?(?:{SEASON}\s(?:of\s)?)?(?:the\syear\s|[Yy]ear\s)?{YEAR}(?:[-–/](?:{YEAR}|\d\d))?\b
"""
_NAMED = r"""
    \b(?:[Ee]arlier|[Ll]ater)\s(?:today|(?:this|that|the\ssame)\s(?:day|week|month|year|spring|summer|autumn|fall|winter))\b
  | \b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow)\b
  | \bTODAY\b
"""
_RELATIVE = rf"""
    \b(?:{_PART}|{_EARLY})?(?:[Ee]ach|[Ee]very|[Tt]his|[Tt]hat|[Nn]ext|[Ll]ast|[Pp]revious|[Ff]ollowing|[Cc]oming|[Cc]urrent)
      \s(?:calendar\s|fiscal\s|financial\s|past\s|coming\s)?(?:{UNIT}|{SEASON}|{WEEKDAY}|weekend)\b
  | \b(?:[Tt]he|[Tt]hese|[Tt]hose)\s{_WHICH}\s(?:{_COUNT}\s)?(?:consecutive\s)?(?:{_SPANS}|{UNIT})\b
      (?:\sto\scome|\sahead)?
  | \b(?:[Tt]hese|[Tt]hose|[Nn]ext|[Ll]ast|[Pp]ast|[Ff]irst|[Ff]inal|[Cc]oming|[Rr]ecent)\s(?:{_COUNT}\s)(?:{_SPANS})\b
  | \b{_PART}(?:the\s|this\s|next\s)?(?:{UNIT}|{YEAR})\b
  | \b(?:[Cc]oming|[Rr]ecent|[Pp]ast)\s{_SPANS}\b
  | \b(?:[Ff]irst|[Ss]econd)\syear\b
  | \b(?:the\s)?{ORDINAL}(?:\s|-)(?:[Cc]entury)\b
  | \b(?:[Tt]he\s)?{_SPANS}\s(?:ahead|to\scome)\b
  | (?:(?<=\bover\s)|(?<=\bthan\s)|(?<=\bfor\s)|(?<=\bwithin\s)|(?<=\bin\s)|(?<=\bhalf\s))(?:a|an)\s{UNIT}\b
  | \b[Aa]\s(?:few\s|couple\sof\s)?(?:{_SPANS}|{UNIT})\s(?:ago|later|earlier)\b
"""
_DURATIONS = rf"""
    (?<![\w.,-])(?i:{_COUNT})[\s-]+(?:consecutive\s|successive\s|full\s|long\s|calendar\s|business\s|working\s)?{_SPANS}\b
      (?:\s(?:ago|later|earlier|to\scome|ahead|from\snow))?(?!\sold\b|\sof\sage\b|-old\b)
  | (?<![\w.,-])(?i:one)\s{UNIT}\b(?:\s(?:ago|later|earlier))?
  | (?<![\w.,-])(?i:{NUMBER})-\s?{UNIT}\b(?!-old|\sold)
  | \b(?:[Dd]ecades|[Cc]enturies)\b(?:\s(?:to\scome|ago|ahead))?(?!-)
"""

_DATE = re.compile(
    rf"(?<![\w$€£¥/.,])(?:{_FULL}|{_YEARS})(?!\w)|{_NAMED}|{_RELATIVE}|{_DURATIONS}|\b(?:{_MONTHS})",
    re.VERBOSE,
)
_BARE_YEAR = re.compile(rf"{YEAR}$")
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?(?:people|troops|soldiers|companies|students|megawatts|tonnes|tons|km|kilometers"
                      r"|kilometres|households|jobs|cases|units|participants|refugees|civilians|MW)\b")  # fmt: skip
_NUMBERED = re.compile(r"(?:No\.|Nos\.|Number|Resolution|resolution|resolutions|Resolutions|Order|[#§])\s?$")


def find_dates(text: str) -> tuple[tuple[int, int], ...]:
    """Character spans of the dates and periods in ``text``, in order, not overlapping."""
    spans = []
    for match in _DATE.finditer(text):
        start, end = match.span()
        if _BARE_YEAR.match(match.group()) and (
            _COUNTED.match(text, end) or _NUMBERED.search(text[max(0, start - 14) : start])
        ):
            continue
        spans.append((start, end))
    return tuple(spans)
