"""What is printed of a page behind its outlet, by configuration: a paywall, another language."""

import re

from babel import Locale

from linkcurate.characters import one_line
from linkcurate.dates import locale_of
from linkcurate.model import LANGUAGE_TAG, Source
from linkcurate.render.labels import labels, what_is_english
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """In which language a site tells of pages, and what it tells beside outlet and date."""

    language: str  # BCP 47
    labels: tuple[str, ...] = ()  # as in Site


def remarks(source: Source, manner: Manner) -> str:
    """Return what readers are told of a page: "paywall, in Spanish"; "" where nothing."""
    words, found = labels(manner.language), []
    if source.paywall and "paywall" in manner.labels:
        found.append(words["paywall"])
    name = _language_name(source, manner) if "language" in manner.labels else ""
    if name:
        found.append(words["in_language"].format(language=name))
    return ", ".join(found)


def foreign(source: Source, manner: Manner) -> str:
    """Return the language of a page (BCP 47) where it is not the site's; "" where it is, or is no tag."""
    tag = one_line(source.language)
    return tag if re.fullmatch(LANGUAGE_TAG, tag) and tag.lower() != manner.language.lower() else ""


def _language_name(source: Source, manner: Manner) -> str:
    """Return the name of a page's language in the site's; "" for the site's own, and for one that has no name."""
    code = foreign(source, manner).split("-")[0].lower()
    if not code or code == manner.language.split("-")[0].lower():
        return ""
    locale = Locale("en") if what_is_english(manner.language) else locale_of(manner.language)
    return str(locale.languages.get(code, ""))
