"""Dates and periods in running text, absolute and relative (OntoNotes DATE; GUIDELINES sections 1 and 5).

The grammar is built up from small named parts. What is no date is as important: the modal "may", "march" as a verb,
bare numbers, hours of the day.
"""

import re

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_CLEAR_MONTH = (
    r"January|February|April|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
)
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?:{_CLEAR_MONTH}|March|MARCH|May|MAY|{_SHORT_MONTH})"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_TO = r"\s?(?:-|–|—|to|until|and|&)\s?"

_UNIT = r"(?:day|week|fortnight|month|quarter|semester|year|decade|century)"
_SPAN = r"(?:days|weeks|fortnights|months|quarters|semesters|years|decades|centuries)"
_UNITS = rf"(?:{_SPAN}(?:\sand\s{_SPAN})?)"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WORD_NUMBER = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\s?{_ONES})?|{_ONES}|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:a|one|two)\shundred)"
)
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_WORD_NUMBER})"
_COUNT = rf"(?:{_NUMBER}|several|(?:a\s)?few|many|a\scouple\sof|a\sdozen)"
_WHICH = r"(?:next|last|past|coming|previous|following|first|final|recent|current|same|upcoming|preceding|ensuing)"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third)|nineteenth|eighteenth|seventeenth|twentieth)"
_PART = (
    r"(?:(?:[Tt]he\s)?(?:beginning|start|middle|end|close|first\shalf|second\shalf|first\squarter|second\squarter|third\squarter"
    r"|fourth\squarter|last\squarter|turn)\sof\s(?:the\s)?)"
)
_EARLY = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:\sin)?[\s-])"

_FULL = rf"""
    {_WEEKDAY},?\s(?:the\s)?{_DAY}(?:\sof)?\s{_MONTH}(?:,?\s{_YEAR})?\b
  | {_WEEKDAY},?\s{_MONTH}\s{_DAY}(?:,?\s{_YEAR})?\b
  | {_DAY}(?:{_TO}{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?\b
  | {_DAY}\s{_MONTH}{_TO}{_DAY}\s{_MONTH}(?:,?\s{_YEAR})?\b
  | {_MONTH}\s{_DAY}{_TO}{_MONTH}\s{_DAY}\b(?:,?\s{_YEAR})?\b
  | {_MONTH}\s{_DAY}\b(?:{_TO}{_DAY}\b)?(?:,\s?{_YEAR}\b)?(?!\s(?:percent|per\scent|countries|members))
  | {_PART}?{_EARLY}?{_MONTH}(?:{_TO}{_MONTH})?,?\s(?:of\s)?{_YEAR}\b
  | {_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])\b
  | (?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:{_YEAR}|\d\d)\b
"""
_MONTHS = rf"""
    {_PART}?{_EARLY}?(?:(?:[Tt]his|[Nn]ext|[Ll]ast)\s)?(?:{_CLEAR_MONTH})\b
  | (?<=\b[Ii]n\s)(?:March|May)\b
  | (?<=\b[Bb]y\s)(?:March|May)\b
  | (?<=\b[Ss]ince\s)(?:March|May)\b
  | (?<=\b[Uu]ntil\s)(?:March|May)\b
  | (?:{_PART}|{_EARLY}|(?:[Tt]his|[Nn]ext|[Ll]ast)\s)(?:March|May)\b
  | (?<!\w\s){_WEEKDAY}s?\b(?=,)|{_WEEKDAY}\b
"""
_YEARS = rf"""
    {_PART}?{_EARLY}?(?:the\s)?{_YEAR}s\b
  | (?:(?:the\s)?(?:mid|early|late)-)?\d0s\b
  | (?:the\s)?(?:[Ff]iscal|[Ff]inancial|[Cc]alendar|[Aa]cademic)\s[Yy]ears?\s{_YEAR}(?:[-–/]\d{{2,4}})?\b
  | \bFY\s?(?:{_YEAR}|\d\d)(?:[-–/]\d{{2,4}})?\b
  | {_PART}?{_EARLY}?(?:{_SEASON}\s(?:of\s)?)?(?:the\syear\s|[Yy]ear\s)?{_YEAR}(?:[-–/](?:{_YEAR}|\d\d))?\b
"""
_NAMED = r"""
    \b(?:[Ee]arlier|[Ll]ater)\s(?:today|(?:this|that|the\ssame)\s(?:day|week|month|year|spring|summer|autumn|fall|winter))\b
  | \b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow)\b
  | \bTODAY\b
"""
_RELATIVE = rf"""
    \b(?:{_PART}|{_EARLY})?(?:[Ee]ach|[Ee]very|[Tt]his|[Tt]hat|[Nn]ext|[Ll]ast|[Pp]revious|[Ff]ollowing|[Cc]oming|[Cc]urrent)
      \s(?:calendar\s|fiscal\s|financial\s|past\s|coming\s)?(?:{_UNIT}|{_SEASON}|{_WEEKDAY}|weekend)\b
  | \b(?:[Tt]he|[Tt]hese|[Tt]hose)\s{_WHICH}\s(?:{_COUNT}\s)?(?:consecutive\s)?(?:{_UNITS}|{_UNIT})\b
      (?:\sto\scome|\sahead)?
  | \b(?:[Tt]hese|[Tt]hose)\s(?:{_COUNT}\s)(?:{_UNITS})\b
  | \b{_PART}(?:the\s|this\s|next\s)?(?:{_UNIT}|{_YEAR})\b
  | \b(?:[Cc]oming|[Rr]ecent|[Pp]ast)\s(?:{_COUNT}\s)?{_UNITS}\b
  | \b(?:[Nn]ext|[Ll]ast|[Pp]ast|[Ff]irst|[Ff]inal|[Cc]oming)\s(?:{_COUNT}\s)(?:{_UNITS})\b
  | \b(?:[Ff]irst|[Ss]econd)\syear\b
  | \b(?:the\s)?{_ORDINAL}(?:\s|-)(?:[Cc]entury)\b
  | \b(?:[Tt]he\s)?{_UNITS}\s(?:ahead|to\scome)\b
  | (?:(?<=\bover\s)|(?<=\bthan\s)|(?<=\bfor\s)|(?<=\bwithin\s)|(?<=\bin\s)|(?<=\bhalf\s))(?:a|an)\s{_UNIT}\b
  | \b[Aa]\s(?:few\s|couple\sof\s)?(?:{_UNITS}|{_UNIT})\s(?:ago|later|earlier)\b
"""
_DURATIONS = rf"""
    (?<![\w.,-])(?i:{_COUNT})[\s-]+(?:consecutive\s|successive\s|full\s|long\s|calendar\s|business\s|working\s)?{_UNITS}\b
      (?:\s(?:ago|later|earlier|to\scome|ahead|from\snow))?(?!\sold\b|\sof\sage\b|-old\b)
  | (?<![\w.,-])(?i:one)\s{_UNIT}\b(?:\s(?:ago|later|earlier))?
  | (?<![\w.,-])(?i:{_NUMBER})-\s?{_UNIT}\b(?!-old|\sold)
  | \b(?:[Dd]ecades|[Cc]enturies)\b(?:\s(?:to\scome|ago|ahead))?(?!-)
"""

_DATE = re.compile(
    rf"(?<![\w$€£¥/.,])(?:{_FULL}|{_YEARS})(?!\w)|{_NAMED}|{_RELATIVE}|{_DURATIONS}|\b(?:{_MONTHS})",
    re.VERBOSE,
)
_BARE_YEAR = re.compile(rf"{_YEAR}$")
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
