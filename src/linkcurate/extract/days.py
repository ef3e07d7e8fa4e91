"""Text → the day that it names: numbers in any order, months in any language, machines' forms."""

import datetime as dt
import re
from collections.abc import Mapping

from linkcurate.extract.months import month, months
from linkcurate.extract.persian import is_persian, persian, persian_month
from linkcurate.patterns import regex
from linkcurate.values import dataclass

EARLIEST = dt.date(1990, 1, 1)
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_MONTH_FIRST = frozenset({"us", "ph"})  # regions that write month/day/year
_SHORT_YEARS = frozenset({"nl", "da"})  # languages that write day-month-year with two digits for the year
_YEAR_FIRST = frozenset({"zh", "ja", "ko"})  # languages that write 21.05.03
_NO_COUNTRY = regex(r"(?:^|\.)(?:[a-z]{3,}|io|co|tv|me|ai|fm|us|ph)$")  # top-level domains

_TIME = r"(?:,?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[A-Z]{2,5})?,?)?"  # Java's: Mon Feb 03 10:00:00 CET 2020
_WEEKDAY = r"(?:\s(?:mon|tue|wed|thu|fri|sat|sun))?"  # in leaves of a calendar: Feb 03 Mon 2020
_WORD = r"[^\s\d,;:/()\[\]|«»\"<>=&–-]{2,16}(?:\s(?:الثاني|الأول))?"
_ORDINAL = r"(?:st|nd|rd|th|er|re|º|°|ª|\.º|-?(?:го|е|те|а)\b|\.)?"
_OF = r"(?:of\s|the\s|de\s|d['’]\s?|di\s|da\s|del\s|ng\s|ta['’]\s|от\s)?"
_YEAR = r"(?:[’']?(?P<year>\d{4})|[’'](?P<short>\d\d))"
_FORMS = (
    # 2020年6月24日, 令和2年5月3日, 2020년 4월 17일
    r"(?<!\d)(?P<era>令和|平成|民國|民国)?\s*(?P<year>\d{1,4}|元)\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})",
    # 3.5.2020, 03/05/20, 2020-05-03; no part of a longer number, of a version or a span of days
    (
        r"(?<![\d.,/+A-Za-z-])(?<!\d:)(?P<first>\d{4}|1\d\d|\d\d?)\s?(?P<sep>[./-])\s?(?P<middle>\d\d?)\s?(?P=sep)\s?"
        r"(?P<last>\d{4}|\d\d?)(?![.,/:-]?\d)"
    ),
    # 3 May 2020, 1er mai 2020, 3 de mayo de 2020
    rf"(?<![\d.,:])(?P<day>\d{{1,2}}){_ORDINAL}[\s/-]*{_OF}(?P<word>{_WORD})(?:\s?/\s?{_WORD})?[\s.,/-]*{_OF}{_YEAR}(?!\d)",
    # May 3rd, 2020
    rf"(?<![^\W\d_])(?P<word>{_WORD})[\s-]{{1,3}}(?P<day>\d\d?)(?:st|nd|rd|th)?{_WEEKDAY}{_TIME}[\s.,-]{{1,3}}{_YEAR}(?![\d:])",
    # 3-May-20
    r"(?<![\w.,:-])(?P<day>\d\d?)-(?P<word>[^\W\d_]{3,9})-(?P<short>\d\d)(?![\w-])",
    # 2020. gada 3. maijs, 2020 жылғы 3 мамыр, 2020-yil 3-may
    rf"(?<!\d)(?P<year>\d{{4}})(?:\.\sgada|\s?ж\.|\sжылғы|-yil)\s(?P<day>\d\d?)\.?[\s-](?P<word>{_WORD})",
    # 2020. május 3.
    rf"(?<!\d)(?P<year>\d{{4}})(?:\.|ko|\(e\)ko| m\.| г\.)?[\s-]+(?P<word>{_WORD})[\s-]+(?P<day>\d{{1,2}})(?![\d:])",
    # 3 tháng 5, 2020; 3 Th5 2020
    r"(?<!\d)(?P<day>\d{1,2})\s+th(?:áng\s+)?(?P<month>\d{1,2})(?:,|\s+năm)?\s+(?P<year>\d{4})(?!\d)",
    # 2020 оны 5-р сарын 3
    r"(?<!\d)(?P<year>\d{4})\sоны\s(?P<month>\d\d?)(?:-р)?\sсарын\s(?P<day>\d\d?)(?!\d)",
    # 3/5 2020, 3/5-2020
    r"(?<![\d.,:/+-])(?P<day>\d\d?)/(?P<month>\d\d?)[\s-](?P<year>\d{4})(?![\d/-])",
    # 3 พ.ค. 63, 3 พฤษภาคม พ.ศ. 2563
    r"(?<![\d.,:])(?P<day>\d\d?)\s(?P<word>[\u0e00-\u0e7f.]{3,12})\s(?:พ\.ศ\.\s?)?(?P<buddhist>25\d\d|\d\d)(?![\d:.])",
)
_SPAN = regex(  # what stands before the last of several days: "3.–", "3.5.–", "3. Mai bis "
    r"(?:^|[^\d:.,])\d\d?(?:[-–]|\.\s?[-–]\s?|\.\d\d?\.?\s?[-–]\s?|\.?\s[^\W\d_]{3,10}\.?\s?(?:[-–]|bis(?: zum)?|to"
    r"|until|au|al|hasta(?: el)?|até|tot(?: en met)?|do|по)\s?)$",
    re.IGNORECASE,
)
_LONGEST_SPAN = 24  # characters before the last day
_PRINTED = [regex(form, re.IGNORECASE) for form in _FORMS]
_MAY_NAME = regex(
    r"\d{4}|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d\d|年|[’']\d\d|[^\W\d_]-\d\d|[\u0e00-\u0e7f]\.?\s\d\d"
)  # most texts don't
_ISO = regex(r"(?<!\d)((?:19|20)\d\d)([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9-])")
_EPOCH = regex(r"1\d{9}(?:\d{3})?(?:\.\d+)?")
_ADDRESS = regex(
    r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)|"
    r"/((?:19|20)\d\d)([/-])(\d{1,2})\6(\d{1,2})(?=/|$)|"
    r"/((?:19|20)\d\d)()/([a-z]{3,9})/(\d{1,2})(?=/|$)|"
    r"/((?:19|20)\d\d)(-)(\d\d)/(\d\d)/|"
    r"(?<!\d)(20\d\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=(?:[01]\d|2[0-3])[0-5]\d)"  # … and the time, a number
)
_OTHER_DIGITS = {
    ord(zero) + number: str(number) for zero in "٠۰०০๐０" for number in range(10)
}  # Arabic, Persian, Devanagari, Bengali, Thai, full width
LONGEST = 300  # characters of a text that are looked through


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A day that a text names, and where."""

    day: dt.date
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads days as the pages of one site write them."""

    today: dt.date
    language: str = ""  # BCP 47
    domain: str = ""

    def stated(self, text: str) -> dt.date | None:
        """Return the day that a machine's date names, in its own time zone: its first ten characters, mostly."""
        text = text.strip()[:LONGEST]
        if _EPOCH.fullmatch(text):
            return self._plausible(dt.datetime.fromtimestamp(int(text[:10]), dt.UTC).date())
        if match := _ISO.search(text):
            return self._day(match[1], match[3], match[4])
        return next((mention.day for mention in self.mentions(text)), None)

    def address(self, path: str) -> dt.date | None:
        """Return the day that an address names."""
        for match in _ADDRESS.finditer(path):
            year, _, name, number = [group for group in match.groups() if group is not None]
            if day := self._day(year, name if name.isdigit() else months("en").get(name, 0), number):
                return day
        return None

    def mentions(self, text: str) -> list[Mention]:
        """Return the days that a text names, in its order."""
        text = text[:LONGEST] if text.isascii() else text[:LONGEST].translate(_OTHER_DIGITS)
        if not _MAY_NAME.search(text):
            return []
        found: dict[int, Mention] = {}
        for pattern in _PRINTED:
            for match in pattern.finditer(text):
                day = self._named(match.groupdict())
                if (
                    day
                    and match.end() not in found
                    and not _SPAN.search(text, max(match.start() - _LONGEST_SPAN, 0), match.start())
                ):
                    found[match.end()] = Mention(day=day, start=match.start(), end=match.end())
        return [found[end] for end in sorted(found)]

    def _named(self, parts: Mapping[str, str | None]) -> dt.date | None:
        if "sep" in parts:
            return self._numbers(*(parts[name] or "" for name in ("first", "middle", "last", "sep")))
        if parts.get("buddhist"):
            year = int(parts["buddhist"] or 0)
            year += 0 if year > 2400 else 2500 if year > 42 else 2543
        elif parts.get("short"):
            year = 2000 + int(parts["short"] or 0)
        else:
            year = 1 if parts["year"] == "元" else int(parts["year"] or 0)
        year += _ERAS.get(parts.get("era") or "", 0)
        number = int(parts.get("month") or 0)
        if is_persian(year):
            return self._persian(
                year, number or persian_month(parts.get("word") or ""), int(parts["day"] or 0)
            )
        return self._day(year, number or month(parts.get("word") or "", self.language), parts["day"] or 0)

    def _numbers(self, first: str, middle: str, last: str, separator: str) -> dt.date | None:
        if len(first) == 4 and is_persian(int(first)):
            return self._persian(int(first), int(middle), int(last))
        if len(first) == 4:
            return self._day(first, middle, last)
        if len(first) == 3:  # of the Republic of China
            return (
                self._day(int(first) + 1911, middle, last) if self.language.lower().startswith("zh") else None
            )
        if len(last) == 1 or (len(last) == 2 and separator == "-" and self.language[:2] not in _SHORT_YEARS):
            return None
        if len(first) == len(last) == 2 and self.language[:2].lower() in _YEAR_FIRST:
            return self._day(f"20{first}", middle, last)
        year = last if len(last) == 4 else f"20{last}"
        # With dots, Americans write two digits each; English is what many pages in other languages state.
        dotted_like_americans = self.language != "" and len(first) == len(middle) == 2
        if self._month_first() and (separator != "." or dotted_like_americans):
            return self._day(year, first, middle) or self._day(year, middle, first)
        return self._day(year, middle, first) or (
            self._day(year, first, middle) if separator == "/" else None
        )

    def _month_first(self) -> bool:
        language, _, region = self.language.lower().partition("-")
        if language not in ("", "en") or region not in ("", *_MONTH_FIRST):
            return False
        return bool(_NO_COUNTRY.search(self.domain) or not self.domain)

    def _persian(self, year: int, month: int, day: int) -> dt.date | None:
        found = persian(year, month, day)
        return self._plausible(found) if found else None

    def _day(self, year: str | int, month: str | int, day: str | int) -> dt.date | None:
        year = int(year)
        if 2400 < year < 2700:  # Thai
            year -= 543
        try:
            return self._plausible(dt.date(year, int(month), int(day)))
        except ValueError:
            return None

    def _plausible(self, day: dt.date) -> dt.date | None:
        return day if EARLIEST <= day <= self.today + dt.timedelta(days=1) else None
