"""Times in running text as promises name them: days, months, quarters, years, seasons, and spans of them.

The pieces in capitals are sources of regular expressions that are used with ``re.IGNORECASE``. They tell where a time
stands, :func:`pipeline.names.lastdays.last_day` when it ends.
"""

from pipeline.names.calendar import MONTH_IN_ANY_CASE as MONTH
from pipeline.names.calendar import SEASON, UNIT, UNITS, WEEKDAY, YEAR
from pipeline.names.numbers import NUMBER, ORDINAL

_SHORT = r"(?:[-–/]\s?(?:\d{4}|\d{1,2})(?!\d))"
YEARS = rf"(?:{YEAR}{_SHORT}?(?!\d))"
"""A year, or a run of years: "2027", "2027-28", "2027/2028"."""
_RELATIVE_YEAR = r"(?:(?:this|next|the\scoming|the\sfollowing|the\scurrent|the\ssame|the)\s(?:calendar\s)?year)"
_OF_YEAR = rf"(?:(?:\sof|,|\sin)?\s(?:{YEARS}|{_RELATIVE_YEAR}))"
_DAY_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?![\d.,/]\d|\d)|{ORDINAL})"
_FURTHER_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:and|to|or)\s(?:the\s)?)?"
_RANGE = r"(?:\s?[-–]\s?\d{1,2}(?!\d))?"
NUMERIC_DAY = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]{YEAR}|{YEAR}-\d{{2}}-\d{{2}})(?!\d)"
"""A day in figures alone."""
DAY = (
    rf"(?:(?:(?:this\s|next\s)?{WEEKDAY},?\s(?:the\s)?)?(?:(?:the\s)?{_FURTHER_DAY}{_DAY_NUMBER}{_RANGE}(?:\sday)?\s(?:of\s)?{MONTH}(?!\w)"
    rf"|{MONTH}\s(?:the\s)?{_DAY_NUMBER}{_RANGE})(?:,?\s{YEAR}(?!\d)|\s(?:this|next)\syear)?)"
)
"""A day of a month, with or without its year."""
_EARLY = r"(?:(?:the\s)?(?:very\s)?(?:early|late|mid)(?:\sin)?[-\s](?:the\s)?)"
MONTHS = rf"(?:{_EARLY}?(?:this\s|next\s)?{MONTH}(?!\w){_OF_YEAR}?)"
QUARTERS = (
    rf"(?:(?:[QH][1-4]|[1-4][QH])(?:{_OF_YEAR}|[-/]{YEAR})?(?!\w)|{YEAR}[-\s]?[QH][1-4](?!\w)"
    rf"|(?:the\s)?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th|next|coming|current)\s(?:quarter|half|semester)"
    rf"(?!\w)(?:(?:\sof)?\s(?:the\s)?(?:{YEARS}|{_RELATIVE_YEAR}|year|this\sdecade|this\scentury))?|this\s(?:quarter|semester))"
)
_OTHER_YEARS = r"(?:fiscal|financial|academic|school|budget|programme|program|marketing)"
FISCAL = (
    rf"(?:(?:the\s)?(?:{YEARS}\s)?(?:(?:this|next|current|coming|following|new)\s)?{_OTHER_YEARS}\syears?(?:\s{YEARS})?"
    rf"|FY\s?(?:{YEARS}|\d\d(?:[-–/]\d\d)?))(?!\w)"
)
"""Years that need not end in December."""
SEASONS = (
    rf"(?:{_EARLY}?(?:the\s|this\s|next\s|this\scoming\s|the\scoming\s)?{SEASON}"
    rf"(?:(?:\sof)?\s(?:{YEARS}|{_RELATIVE_YEAR}))?)(?!\w)"
)
_PART_OF_DAY = r"(?:morning|afternoon|evening)"
WEEKDAYS = (
    rf"(?:(?:this|next|this\scoming|the\scoming)\s)?{WEEKDAY}(?:\s{_PART_OF_DAY})?(?:\s(?:this|next)\sweek)?(?!\w)"
)
DECADES = rf"(?:{_EARLY}?(?:the\s)?{YEAR}s)(?!\w)"
RELATIVE = (
    r"(?:(?:early|late|later|earlier|sometime|some\stime)\s)?(?:this|next)\s"
    r"(?:(?:coming|calendar)\s)?(?:year|month|week|decade|quarter|weekend)(?!\w)"
)
NOW = rf"(?:(?:early\s)?(?:today|tomorrow|tonight|this\s{_PART_OF_DAY})(?:\s{_PART_OF_DAY})?)(?!\w)"
HOLIDAYS = rf"(?:(?:Christmas|Easter|Ramadan|New\sYear(?:['’]s\s(?:Day|Eve))?)(?:\s{YEARS})?)(?!\w)"
"""Feasts, of which no day is computed."""
_NAMED = (
    rf"(?:{HOLIDAYS}|{NUMERIC_DAY}|{DAY}|{FISCAL}|{QUARTERS}|{DECADES}|{SEASONS}|{MONTHS}|{_EARLY}?{YEARS}|{WEEKDAYS}|{RELATIVE}"
    rf"|{NOW})"
)
_END_OF = (
    r"(?:the\s)?(?:very\s)?(?:end|close|middle|beginning|start|turn)\sof\s(?:the\s|this\s|next\s)?"
    r"(?:(?:next|coming|following|current|calendar)\s)*"
)
_UNNAMED = r"(?:year|decade|month|century|week|quarter|semester|term|season)"
"""Units that are told behind "the end of" only: no name begins with one of them."""
TIME = rf"(?:{_END_OF}{_UNNAMED}(?!\w)|(?:the\s)?year['’]?s?[-\s]end(?!\w)|(?:{_END_OF})?{_NAMED})"
"""A point or period of time that is named, not counted."""
COUNT = rf"(?:{NUMBER}|an?|several|(?:a\s)?few|a\scouple\sof)"
_SPAN_UNIT = rf"(?:{UNITS}|{UNIT}|hours?|terms?|sessions?)(?!\w)"
_UNCOUNTED = r"(?:an?|several|(?:a\s)?few|a\scouple\sof)"
SPAN = rf"(?:(?:{COUNT}(?:\s(?:to|or)\s(?!{_UNCOUNTED}[\s-]{_SPAN_UNIT})|(?=[\s-]))){{1,2}}[\s-]{_SPAN_UNIT})"
"""A span that is counted: "sixty days", "18 to 24 months"."""
